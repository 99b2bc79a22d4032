import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { entryName, useCatalogue } from "../../client/catalogue.ts";
import type { Problem } from "../../client/problem.ts";
import { useFieldNames } from "../../looks/field-names.ts";
import type { FieldNames } from "../../looks/field-names.ts";
import { saveFrom } from "../../looks/files.ts";
import { looksText } from "../../looks/text.ts";
import { Link } from "../../router/link.tsx";
import { hrefOf } from "../../router/path.ts";
import type { Query } from "../../router/path.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { fieldsOfEntry } from "./fields.ts";
import { outcomeWord } from "./sheet.ts";
import type { OwnLook } from "./sheet.ts";
import { ownLooksText } from "./text.ts";

const text = ownLooksText.one;

function fieldWords(look: OwnLook, entry: string, names: FieldNames): string {
  const fields = fieldsOfEntry(look.fields, entry);
  if (fields === "all") return text.allFields;
  return fields.map((field) => names.get(entry)?.get(field) ?? field).join(looksText.join);
}

function Proof({ look }: { readonly look: string }): ReactNode {
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const saved = await saveFrom(`/api/v1/own/looks/${look}/proof`, `look-${look}.json`);
    setProblem(saved.ok ? null : saved.problem);
  };
  return (
    <>
      <div className="acts">
        <Button onClick={() => void save()}>{text.proof}</Button>
      </div>
      <p className="meta">{text.proofSays}</p>
      {problem === null ? null : <ErrorState problem={problem} />}
    </>
  );
}

/** What the office said that it did after the look; what was applied can be objected to. */
function Measures({ one }: { readonly one: OwnLook }): ReactNode {
  const words = ownLooksText.measure;
  return (
    <Chapter title={ownLooksText.measures} scope={words.says}>
      {one.measures.length === 0 ? <p>{words.none}</p> : null}
      {one.measures.map((said) => (
        <section key={said.measure}>
          <Facts
            facts={[
              [words.name, said.name],
              [words.applied, said.applied ? words.yes : words.no],
              [words.decision, said.decisionNo ?? ownLooksText.done(0)],
              [words.reason, said.reason],
              [words.basis, said.articles.length === 0 ? words.lapsed : said.articles.join(looksText.join)],
              ...(said.remedy === null ? [] : [[words.remedy, said.remedy] as const]),
              [words.at, momentOf(said.at)],
            ]}
          />
          {said.applied ? (
            <p>
              <Link href={hrefOf("/own/objections/new", { look: one.look, measure: said.measure })}>
                {words.object}
              </Link>
            </p>
          ) : null}
        </section>
      ))}
    </Chapter>
  );
}

/** One look, with everything that its subject is told of it. */
export function OneLook({ one, query }: { readonly one: OwnLook; readonly query: Query }): ReactNode {
  const { value: catalogue } = useCatalogue();
  const names = useFieldNames(one.entries);
  const isAuthorised = one.basis === "authorisation";
  const basis = isAuthorised
    ? ([text.authorisation, <code key="ref">{one.basisRef}</code>] as const)
    : ([text.article, one.articleText ?? one.basisRef] as const);
  const fields = one.entries.map((entry): readonly [string, string] => [
    entryName(catalogue, entry),
    fieldWords(one, entry, names),
  ]);
  return (
    <>
      <PageHead
        title={text.title(one.organisationName)}
        crumbs={[{ href: hrefOf("/own/looks", { ...query, look: null }), word: text.crumb }]}
        acts={isAuthorised ? <Link href={hrefOf(`/authorisations/${one.basisRef}`)}>{text.revoke}</Link> : undefined}
      />
      <Facts
        facts={[
          [ownLooksText.at, momentOf(one.at)],
          [ownLooksText.office, one.organisationName],
          [ownLooksText.post, ownLooksText.posts[one.post] ?? one.post],
          [ownLooksText.matter, one.matter],
          [ownLooksText.purpose, one.purposeName],
          [ownLooksText.basis, looksText.bases[one.basis]],
          basis,
          [ownLooksText.outcome, outcomeWord(one.outcome)],
          [text.look, <code key="look">{one.look}</code>],
        ]}
      />
      <section className="chapter">
        <header>
          <h2>{text.fields}</h2>
        </header>
        <Facts facts={fields} />
      </section>
      <Measures one={one} />
      <section className="chapter">
        <Proof look={one.look} />
        <p>
          <Link href={hrefOf("/own/objections/new", { look: one.look })}>{ownLooksText.object}</Link>
        </p>
        <p>{text.wrong}</p>
      </section>
    </>
  );
}
