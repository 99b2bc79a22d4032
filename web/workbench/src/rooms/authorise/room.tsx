// A subject gives an authorisation: terms, their wording, and consent to just these words.
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useDrafting } from "../../looks/drafting.ts";
import type { Drafting } from "../../looks/drafting.ts";
import "../../looks/looks.css";
import { DraftButton, TermsForm } from "../../looks/terms-form.tsx";
import { useTerms } from "../../looks/use-terms.ts";
import { looksText } from "../../looks/text.ts";
import { Wording } from "../../looks/wording.tsx";
import { navigate } from "../../router/address.ts";
import { hrefOf } from "../../router/path.ts";
import { Notice } from "../../ui/notice.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { authoriseText as text } from "./text.ts";
import { Form, Missing } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

const words = looksText.terms;

function Consent({ drafting }: { readonly drafting: Drafting }): ReactNode {
  const [read, setRead] = useState(false);
  const [tried, setTried] = useState(false);
  const give = async (): Promise<void> => {
    setTried(true);
    if (!read) return;
    const given = await drafting.give();
    if (given !== null) navigate(hrefOf(`/authorisations/${given.authorisation}`));
  };
  return (
    <>
      <div className="field">
        <div className="checks">
          <label>
            <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
            {words.read}
          </label>
        </div>
        <Missing is={tried && !read} says={words.readNeeded} />
      </div>
      <div className="acts">
        <Button type="primary" disabled={drafting.busy} onClick={() => void give()}>
          {words.give}
        </Button>
      </div>
    </>
  );
}

export function Room(): ReactNode {
  const drafting = useDrafting();
  const { drafted, problem, busy, drop } = drafting;
  const form = useTerms(drop);
  const submit = (): void => {
    form.attempt();
    if (form.isWhole) void drafting.draft(form.terms, null);
  };
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/authorisations"), word: text.crumb }]} />
      <Notice>{text.says}</Notice>
      <Chapter title={words.title} scope={words.scope}>
        <Form submit={submit}>
          <TermsForm {...form} />
          <DraftButton busy={busy} />
        </Form>
      </Chapter>
      {drafted === null ? null : (
        <Wording drafted={drafted}>
          <Consent key={drafted.digest} drafting={drafting} />
        </Wording>
      )}
      <Refused problem={problem} />
    </>
  );
}
