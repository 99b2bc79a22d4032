// A draft of measures before it is issued: what it restricts, on what it stands, what a person must answer.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Call, Command } from "../call.ts";
import { EXIT, fault, reasonOf } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { countIn, fieldsOf, listIn, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { openAsAccount } from "../server.ts";
import { answer, tell, tellTable } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { heads, sayings } from "../text.ts";

/** What fits into one question. */
const BYTES_MAX = 1_000_000;

/** Where one file stands in a policy folder, by what it lists. */
function placeOf(text: string): string {
  const key = /^(?<key>incentives|matters):/mu.exec(text)?.groups?.["key"] ?? "measures";
  return `measures/${key}.yaml`;
}

/** A draft's texts by their place in a policy folder: one file, or a folder laid out as one. */
async function readDraft(draft: string): Promise<Readonly<Record<string, string>>> {
  const wrong = (reason: string): Error => fault({ code: "cli.file-unreadable", values: { file: draft, reason } });
  try {
    if (!(await stat(draft)).isDirectory()) {
      const text = await readFile(draft, "utf8");
      if (Buffer.byteLength(text) > BYTES_MAX) throw wrong(sayings.draftTooLarge);
      return { [placeOf(text)]: text };
    }
    const names = (await readdir(draft, { recursive: true })).filter((name) => /\.ya?ml$/.test(name)).toSorted();
    const texts = await Promise.all(names.map((name) => readFile(path.join(draft, name), "utf8")));
    return Object.fromEntries(names.map((name, at) => [name.split(path.sep).join("/"), texts[at] ?? ""]));
  } catch (error) {
    throw error instanceof Error && "code" in error ? wrong(reasonOf(error)) : error;
  }
}

function tellMeasure(terminal: Terminal, measure: Fields): void {
  const standing = measure["standing"] === true ? sayings.stands : sayings.falls;
  tell(terminal, sayings.assessed, { name: textIn(measure, "name"), measure: textIn(measure, "measure"), standing });
  const basis = listIn(measure, "basis").map((one) => [
    textIn(one, "article"),
    textIn(one, "title"),
    one["carries"] === true ? sayings.yes : sayings.no,
    one["holds"] === true ? sayings.yes : sayings.no,
  ]);
  tellTable(terminal, [[heads.basis, heads.title, heads.carries, heads.holds], ...basis]);
  for (const finding of listIn(measure, "findings"))
    tell(terminal, sayings.finding, { message: textIn(finding, "message") });
}

function tellReport(terminal: Terminal, report: Fields): void {
  for (const reason of listIn(report, "reasons")) {
    const place = `${textIn(reason, "file")}:${countIn(reason, "line")}`;
    tell(terminal, sayings.reason, { place, message: textIn(reason, "message"), cure: textIn(reason, "cure") });
  }
  for (const measure of listIn(report, "measures")) tellMeasure(terminal, measure);
  const cells = listIn(report, "touched").map((entry) => {
    const subjects = entry["subjects"];
    return [textIn(entry, "name"), typeof subjects === "number" ? String(subjects) : sayings.fewerThanTen];
  });
  if (cells.length > 0) tellTable(terminal, [[heads.entry, heads.subjects], ...cells]);
}

async function run(call: Call): Promise<Exit> {
  const { terminal } = call;
  const draft = call.place(0);
  const files = await readDraft(draft);
  const server = openAsAccount(terminal);
  const json = { title: call.text("title") ?? path.basename(draft).slice(0, 100), files };
  const kept = fieldsOf(server.json(await server.ask({ method: "POST", path: "/api/v1/policy/assessments", json })));
  await answer(terminal, kept);
  const report = fieldsOf(kept["report"]);
  tellReport(terminal, report);
  const stands = kept["standing"] === true;
  tell(terminal, stands ? sayings.draftStands : sayings.draftFalls, { assessment: textIn(kept, "assessment") });
  tell(terminal, sayings.notice, { notice: textIn(report, "notice") });
  return stands ? EXIT.well : EXIT.refused;
}

export const policyAssess: Command = { options: { title: { type: "string" } }, places: ["draft"], needs: [], run };
