// The lists of a batch: its issues, and its questions.
import { batchPath, tellIssues } from "../batch.ts";
import type { Call, Command } from "../call.ts";
import { CSV_START, csvLine } from "../csv.ts";
import { EXIT } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { countIn, fieldsOf, listIn, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { grouped } from "../fill.ts";
import { Patience, patiently } from "../patience.ts";
import { openAsAccount } from "../server.ts";
import type { Server } from "../server.ts";
import { answer, tell, tellTable } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { heads, outcomeTexts, questionStates, sayings } from "../text.ts";

interface Page {
  readonly items: readonly Fields[];
  readonly next: string | null;
}

const SHOWN = 20;

/** A list page by page, as far as it goes. */
async function* pagesOf(terminal: Terminal, server: Server, path: string): AsyncGenerator<Page> {
  const patience = new Patience(terminal, server);
  for (let cursor: string | undefined; ;) {
    const query = { cursor };
    const reply = await patiently(patience, () => server.ask({ method: "GET", path, query }));
    const fields = fieldsOf(server.json(reply));
    if (!Array.isArray(fields["items"])) throw server.badAnswer(reply);
    const next = textIn(fields, "next");
    yield { items: listIn(fields, "items"), next: next === "" ? null : next };
    if (next === "" || next === cursor) return;
    cursor = next;
  }
}

async function* firstOf(pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
  for await (const page of pages) {
    yield page;
    return;
  }
}

/** A list as one page. `next` is null when it is whole. */
async function gathered(pages: AsyncGenerator<Page>): Promise<Page> {
  const items: Fields[] = [];
  let next: string | null = null;
  for await (const page of pages) {
    for (const item of page.items) items.push(item);
    next = page.next;
  }
  return { items, next };
}

/** Row by row as it comes: a list of a million issues is never held whole. */
async function writeCsv(terminal: Terminal, pages: AsyncGenerator<Page>): Promise<Page> {
  const titles = [heads.row, heads.sheet, heads.outcome, heads.field, heads.code, heads.value, heads.message];
  await terminal.out(CSV_START + csvLine(titles));
  let last: Page = { items: [], next: null };
  for await (const page of pages) {
    const lines = page.items.map((issue) => {
      const outcome = textIn(issue, "outcome");
      const texts = ["field", "code", "value", "message"].map((name) => textIn(issue, name));
      return csvLine([
        String(countIn(issue, "row")),
        textIn(issue, "sheet"),
        outcomeTexts[outcome] ?? outcome,
        ...texts,
      ]);
    });
    await terminal.out(lines.join(""));
    last = page;
  }
  return last;
}

async function listIssues(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const all = pagesOf(terminal, server, batchPath(call.place(0), "/issues"));
  const pages = call.flag("all") ? all : firstOf(all);
  if (call.flag("csv")) {
    const last = await writeCsv(terminal, pages);
    if (last.next !== null) tell(terminal, sayings.issuesMore);
    return EXIT.well;
  }
  const page = await gathered(pages);
  await answer(terminal, page);
  tellIssues(terminal, page.items);
  if (page.next !== null) tell(terminal, sayings.issuesMore);
  else if (page.items.length === 0) tell(terminal, sayings.noIssues);
  else tell(terminal, sayings.issueCount, { count: grouped(page.items.length) });
  return EXIT.well;
}

async function listQuestions(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const page = await gathered(pagesOf(terminal, server, batchPath(call.place(0), "/questions")));
  await answer(terminal, page);
  if (page.items.length > 0) {
    const rows = page.items.slice(0, SHOWN).map(questionRow);
    tellTable(terminal, [[heads.row, heads.state, heads.name, heads.stated, heads.proposals, heads.message], ...rows]);
  }
  const open = page.items.filter((item) => textIn(item, "state") === "open").length;
  tell(terminal, sayings.questionCount, { count: grouped(page.items.length), open: grouped(open) });
  if (page.items.length > SHOWN) tell(terminal, sayings.questionsMore, { shown: SHOWN });
  return EXIT.well;
}

function questionRow(item: Fields): readonly string[] {
  const state = textIn(item, "state");
  const texts = (name: string): string => {
    const value = item[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string").join(" ") : "";
  };
  const place = [textIn(item, "sheet"), String(countIn(item, "row"))].filter((part) => part !== "").join(" ");
  const [name, stated] = [textIn(item, "name"), textIn(item, "statedCode")];
  return [place, questionStates[state] ?? state, name, stated, texts("proposals"), texts("messages")];
}

const yes = { type: "boolean" } as const;

export const issues: Command = { options: { all: yes, csv: yes }, places: ["batch"], needs: [], run: listIssues };
export const questions: Command = { options: {}, places: ["batch"], needs: [], run: listQuestions };
