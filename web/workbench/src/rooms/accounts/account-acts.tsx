import type { components } from "@xinheng/contract/client";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { post } from "../../client/client.ts";
import type { Outcome } from "../../client/problem.ts";
import type { Role } from "../../client/session.ts";
import { Waiting } from "../../looks/waiting.tsx";
import { ConfirmAct } from "../../ui/confirm-act.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { roleNames } from "../../ui/text.ts";
import { actsFor } from "./acts.ts";
import type { AccountAct } from "./acts.ts";
import { accountsText } from "./text.ts";

export type AccountRow = components["schemas"]["AccountList"]["items"][number];
type Proposal = components["schemas"]["Proposal"];

const text = accountsText.one;

interface Written {
  readonly role: string;
  readonly reason: string;
  readonly document: string;
}

const isRole = (role: string): role is Role => role in roleNames;

/** What an act sends; a freezing is done at once, all others wait for a second person. */
async function send(act: AccountAct, account: string, written: Written): Promise<Outcome<Proposal | null>> {
  const { role, reason, document } = written;
  const path = { account };
  const body = { reason, documentNo: document.trim() === "" ? null : document.trim() };
  if (act === "freeze") return post("/api/v1/accounts/{account}/freezing", { path, body: { reason } });
  if (act === "unfreeze") return post("/api/v1/accounts/{account}/unfreezing", { path, body });
  if (act === "role" && isRole(role)) return post("/api/v1/accounts/{account}/role", { path, body: { ...body, role } });
  return post("/api/v1/accounts/{account}/closing", { path, body });
}

function missingOf(act: AccountAct, written: Written, row: AccountRow): string | undefined {
  const lacksRole = act === "role" && (!isRole(written.role) || written.role === row.role);
  if (lacksRole) return text.roleNeeded;
  return written.reason.trim() === "" ? text.reasonNeeded : undefined;
}

interface DialogueProps {
  readonly act: AccountAct;
  readonly row: AccountRow;
  readonly done: (proposal: Proposal | null) => void;
  readonly close: () => void;
}

function Dialogue({ act, row, done, close }: DialogueProps): ReactNode {
  const [written, setWritten] = useState<Written>({ role: "", reason: "", document: "" });
  const { title, word, says } = text[act];
  const set = (change: Partial<Written>): void => setWritten({ ...written, ...change });
  const choices = Object.entries(roleNames).map(([value, name]) => ({ value, word: name }));
  return (
    <ConfirmAct
      title={title}
      word={word}
      missing={missingOf(act, written, row)}
      act={() => send(act, row.account, written)}
      done={done}
      close={close}
    >
      <p>
        {row.organisationName} {row.name} {roleNames[row.role]}
      </p>
      <p>{says}</p>
      {act === "role" ? (
        <ChoiceField
          label={text.newRole}
          required
          value={written.role}
          onChange={(role) => set({ role })}
          choices={[{ value: "", word: "" }, ...choices]}
        />
      ) : null}
      <TextField label={text.reason} required lines={2} value={written.reason} onChange={(reason) => set({ reason })} />
      {act === "freeze" ? null : (
        <TextField
          label={text.document}
          hint={text.documentHint}
          value={written.document}
          onChange={(document) => set({ document })}
        />
      )}
    </ConfirmAct>
  );
}

/** What may be done to an account by whoever looks at it. */
export function AccountActs({
  row,
  role,
  reload,
}: {
  readonly row: AccountRow;
  readonly role: Role;
  readonly reload: () => void;
}): ReactNode {
  const [open, setOpen] = useState<AccountAct | null>(null);
  const [done, setDone] = useState<Proposal | "frozen" | null>(null);
  const acts = actsFor(role, row.state);
  const settle = (proposal: Proposal | null): void => {
    setOpen(null);
    setDone(proposal ?? "frozen");
    reload();
  };
  return (
    <>
      {acts.length === 0 ? <p>{row.state === "closed" ? text.none : text.notYours}</p> : null}
      <div className="acts">
        {acts.map((act) => (
          <Button key={act} onClick={() => setOpen(act)}>
            {text[act].word}
          </Button>
        ))}
      </div>
      {done === "frozen" ? <Notice live>{text.frozen}</Notice> : null}
      {done === null || done === "frozen" ? null : <Waiting proposal={done} />}
      {open === null ? null : <Dialogue act={open} row={row} done={settle} close={() => setOpen(null)} />}
    </>
  );
}
