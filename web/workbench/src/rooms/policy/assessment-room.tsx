// One assessment: whether the draft stands, why not, and measure by measure what it rests on and whom it touches.
import { Button } from "antd";
import type { ReactNode } from "react";
import { get } from "../../client/client.ts";
import { useResource } from "../../client/resource.ts";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { Facts } from "../../ui/facts.tsx";
import { momentOf } from "../../ui/moment.ts";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { RowTable } from "../../ui/row-table.tsx";
import type { Column } from "../../ui/row-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { Touched } from "./judgement.tsx";
import "./policy.css";
import { Standing } from "./standing.tsx";
import { policyText } from "./text.ts";
import { wordFor } from "./words.ts";
import type { Assessment } from "./words.ts";

const text = policyText.assess;
type Report = Assessment["report"];
type Measure = Report["measures"][number];
type Basis = Measure["basis"][number];

function Reasons({ reasons }: Pick<Report, "reasons">): ReactNode {
  return (
    <Chapter title={text.why}>
      {reasons.length === 0 ? <p>{text.noWhy}</p> : null}
      <ul className="told">
        {reasons.map(({ code, message, articleText, path, line, column }, at) => (
          <li key={`${code}:${at}`}>
            <p>{message}</p>
            <p className="meta">
              {articleText} {policyText.lines(path, line, column)}
            </p>
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

const yesOrNo = (is: boolean): ReactNode => (
  <StatusMark shape={is ? "tick" : "cross"} tone={is ? "lv" : "zhe"} word={is ? text.yes : text.no} />
);
const basisColumns: readonly Column<Basis>[] = [
  { name: "title", head: text.basis, names: true, cell: ({ title, source }) => title ?? source },
  { name: "article", head: text.article, cell: ({ article }) => article ?? policyText.none },
  { name: "rank", head: text.rank, cell: ({ rank }) => (rank === null ? policyText.none : wordFor(text.ranks, rank)) },
  { name: "territory", head: text.territory, cell: ({ territory }) => territory ?? policyText.none },
  { name: "force", head: text.inForce, cell: ({ inForce }) => inForce ?? policyText.none },
  { name: "carries", head: text.carries, cell: ({ carries }) => yesOrNo(carries) },
  { name: "holds", head: text.holds, cell: ({ holds }) => yesOrNo(holds) },
];

function triggerWord({ name, conditions }: Measure["triggers"][number]): string {
  const said = conditions.map(({ field, contains }) => text.condition(field, contains.join(text.join)));
  return [name, ...said].join(text.separator);
}

function termWord({ kind, months }: Measure["term"]): string {
  return months === null ? wordFor(text.terms, kind) : text.months(months);
}

function Findings({ findings }: Pick<Measure, "findings">): ReactNode {
  if (findings.length === 0) return <p>{text.noFindings}</p>;
  return (
    <ul className="told">
      {findings.map(({ code, weight, message, articleText }, at) => (
        <li key={`${code}:${at}`}>
          <StatusMark
            shape={weight === "fault" ? "cross" : "diamond"}
            tone={weight === "fault" ? "zhe" : "mo"}
            word={weight === "fault" ? text.fault : text.question}
          />
          <p>{message}</p>
          {articleText === null ? null : <p className="meta">{articleText}</p>}
        </li>
      ))}
    </ul>
  );
}

function OneMeasure({ measure }: { readonly measure: Measure }): ReactNode {
  const { kind, measureClass } = { kind: measure.kind, measureClass: measure.class };
  return (
    <>
      <Chapter title={measure.name}>
        <Facts
          facts={[
            [text.standing, <Standing key="standing" standing={measure.standing} />],
            [wordFor(text.kinds, kind), measureClass === null ? policyText.none : text.classOf(measureClass)],
            [text.content, measure.content],
            [text.triggers, measure.triggers.map((one, at) => <div key={at}>{triggerWord(one)}</div>)],
            [text.matters, measure.matters.map(({ name }) => name).join(text.join)],
            [text.bodies, measure.bodies.map(({ name }) => name).join(text.join)],
            [text.term, termWord(measure.term)],
            [text.remedy, measure.remedy.text],
          ]}
        />
        <RowTable
          caption={text.basis}
          columns={basisColumns}
          rows={measure.basis}
          keyOf={({ source, article }) => `${source}#${article ?? ""}`}
        />
        <h3>{text.findings}</h3>
        <Findings findings={measure.findings} />
      </Chapter>
      <Touched items={[...measure.counts]} title={text.counts} />
    </>
  );
}

export function Room({ slots }: RoomProps): ReactNode {
  const assessment = slots["assessment"] ?? "";
  const resource = useResource(`assessment ${assessment}`, (signal) =>
    get("/api/v1/policy/assessments/{assessment}", { path: { assessment }, signal }),
  );
  return (
    <>
      <PageHead
        title={resource.value?.title ?? text.crumb}
        crumbs={[{ href: hrefOf("/policy/assessments"), word: text.crumb }]}
        meta={resource.value === null ? [] : [momentOf(resource.value.madeAt)]}
        acts={<Button onClick={() => print()}>{text.print}</Button>}
      />
      <Read of={resource}>
        {({ report }) => (
          <>
            <p>
              <Standing standing={report.standing} />
            </p>
            <Reasons reasons={report.reasons} />
            {report.measures.map((measure) => (
              <OneMeasure key={measure.id} measure={measure} />
            ))}
          </>
        )}
      </Read>
    </>
  );
}
