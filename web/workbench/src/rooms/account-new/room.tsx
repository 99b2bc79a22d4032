// A system administrator asks for an account; a security administrator grants it.
import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Problem } from "../../client/problem.ts";
import "../../looks/looks.css";
import { Waiting } from "../../looks/waiting.tsx";
import { hrefOf } from "../../router/path.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { roleNames } from "../../ui/text.ts";
import { useWish } from "./draft.ts";
import { accountNewText as text } from "./text.ts";
import { bodyOf, noWish, wishFaults } from "./wish.ts";
import type { Wish, WishFault } from "./wish.ts";
import { Form } from "../../looks/parts.tsx";
import { Refused } from "../../ui/read.tsx";

type Proposal = components["schemas"]["Proposal"];

interface FieldsProps {
  readonly wish: Wish;
  readonly faults: readonly WishFault[];
  readonly set: (change: Partial<Wish>) => void;
}

function WhyFields({ wish, faults, set }: FieldsProps): ReactNode {
  return (
    <>
      <TextField
        label={text.reason}
        error={faults.includes("reason") ? text.faults.reason : undefined}
        required
        lines={2}
        value={wish.reason}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label={text.document}
        hint={text.documentHint}
        value={wish.document}
        onChange={(document) => set({ document })}
      />
    </>
  );
}

function Fields({ wish, faults, set }: FieldsProps): ReactNode {
  const wrong = (fault: WishFault): string | undefined => (faults.includes(fault) ? text.faults[fault] : undefined);
  const roles = Object.entries(roleNames).map(([value, word]) => ({ value, word }));
  return (
    <>
      <TextField
        label={text.organisation}
        error={wrong("organisation")}
        required
        value={wish.organisation}
        onChange={(code) => set({ organisation: code.trim().toUpperCase() })}
      />
      <TextField
        label={text.name}
        error={wrong("name")}
        required
        value={wish.name}
        onChange={(name) => set({ name })}
      />
      <div className="two">
        <ChoiceField
          label={text.role}
          error={wrong("role")}
          required
          value={wish.role}
          onChange={(role) => set({ role })}
          choices={[{ value: "", word: text.choose }, ...roles]}
        />
        <TextField
          label={text.login}
          hint={text.loginHint}
          error={wrong("login")}
          required
          value={wish.login}
          onChange={(login) => set({ login: login.trim() })}
        />
        <TextField
          label={text.registration}
          hint={text.registrationHint}
          value={wish.registration}
          onChange={(registration) => set({ registration })}
        />
        <TextField
          label={text.person}
          hint={text.personHint}
          value={wish.person}
          onChange={(person) => set({ person })}
        />
      </div>
      <WhyFields wish={wish} faults={faults} set={set} />
    </>
  );
}

export function Room(): ReactNode {
  const [wish, setWish] = useWish();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    const body = bodyOf(wish);
    if (body === null || busy) return;
    setBusy(true);
    setProblem(null);
    const asked = await post("/api/v1/accounts", { body });
    setBusy(false);
    if (!asked.ok) return setProblem(asked.problem);
    setProposal(asked.value);
    setWish(noWish);
    setTried(false);
  };
  return (
    <>
      <PageHead title={text.title} crumbs={[{ href: hrefOf("/accounts"), word: text.crumb }]} />
      <Notice>{text.says}</Notice>
      <Form submit={() => void submit()}>
        <Fields wish={wish} faults={tried ? wishFaults(wish) : []} set={(change) => setWish({ ...wish, ...change })} />
        <div className="acts">
          <Button type="primary" htmlType="submit" disabled={busy}>
            {text.submit}
          </Button>
        </div>
      </Form>
      <Refused problem={problem} />
      {proposal === null ? null : <Waiting proposal={proposal} />}
    </>
  );
}
