import { countIn, fieldsOf, listIn, textIn } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { grouped, sizeText } from "./fill.ts";
import type { Reply, Server } from "./server.ts";
import { tell, tellTable } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { heads, outcomeTexts, sayings, stateTexts } from "./text.ts";

const SHOWN = 20;
/** The counts of a batch; the first is the sum of the next five. */
export const COUNTS = ["received", "skipped", "accepted", "duplicates", "quarantined", "rejected"] as const;

/** A batch's summary as the server gave it. Throws Fault `cli.bad-answer`. */
export function batchIn(server: Server, reply: Reply): Fields {
  const batch = fieldsOf(server.json(reply));
  if (textIn(batch, "batch") === "" || textIn(batch, "state") === "") throw server.badAnswer(reply);
  return batch;
}

export function batchPath(batch: string, below = ""): string {
  return `/api/v1/batches/${encodeURIComponent(batch)}${below}`;
}

/** Tells how a batch stands: its counts, why it failed, its first issues and where the rest are. */
export function tellBatch(terminal: Terminal, batch: Fields): void {
  const id = textIn(batch, "batch");
  const state = textIn(batch, "state");
  const counts = Object.fromEntries(COUNTS.map((name) => [name, grouped(countIn(batch, name))]));
  if (batch["sameAs"] === true) tell(terminal, sayings.sameFile);
  tell(terminal, sayings.summary, { batch: id, state: stateTexts[state] ?? state, ...counts });
  if (state === "receiving") {
    const done = sizeText(countIn(batch, "uploadOffset"));
    tell(terminal, sayings.uploadLeft, { done, size: sizeText(countIn(batch, "uploadLength")) });
  }
  const persons = countIn(batch, "naturalPersons");
  if (persons > 0) tell(terminal, sayings.naturalPersons, { count: grouped(persons) });
  const failure = textIn(fieldsOf(batch["failure"]), "message");
  if (failure !== "") tell(terminal, sayings.failure, { message: failure });
  const issues = listIn(batch, "issues");
  tellIssues(terminal, issues);
  const shown = Math.min(issues.length, SHOWN);
  const count = countIn(batch, "issueCount");
  if (count > shown) tell(terminal, sayings.moreIssues, { batch: id, count: grouped(count), shown });
  if (countIn(batch, "quarantined") > 0) tell(terminal, sayings.questionsWait, { batch: id });
}

/** A table of the first issues. */
export function tellIssues(terminal: Terminal, issues: readonly Fields[]): void {
  if (issues.length === 0) return;
  const rows = issues.slice(0, SHOWN).map((issue) => {
    const outcome = textIn(issue, "outcome");
    const row = countIn(issue, "row");
    return [row === 0 ? "" : String(row), outcomeTexts[outcome] ?? outcome, textIn(issue, "message")];
  });
  tellTable(terminal, [[heads.row, heads.outcome, heads.message], ...rows]);
}
