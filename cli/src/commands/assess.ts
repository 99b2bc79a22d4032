// A draft of measures before it is issued: sent as it lies on the disk, and what came out in words.
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Call, Command } from "../call.ts";
import { EXIT, fault, reasonOf } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { fieldsOf, listIn, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { openAsAccount } from "../server.ts";
import { answer, tell } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { sayings } from "../text.ts";

/** A plain document, or the files of a folder by their paths in it. Throws Fault `cli.file-unreadable`. */
async function draftAt(place: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    if (!(await stat(place)).isDirectory()) return { document: await readFile(place, "utf8") };
    const names = await readdir(place, { recursive: true });
    const found = names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
    const files = await Promise.all(
      found.map(async (name) => [name.split(path.sep).join("/"), await readFile(path.join(place, name), "utf8")]),
    );
    return { files: Object.fromEntries(files) as Readonly<Record<string, string>> };
  } catch (error) {
    throw fault({ code: "cli.file-unreadable", values: { file: place, reason: reasonOf(error) } });
  }
}

function placeOf(item: Fields): string {
  return `${textIn(item, "path")}:${String(item["line"])}`;
}

function tellItem(terminal: Terminal, saying: string, item: Fields): void {
  const article = textIn(item, "article");
  tell(terminal, saying, { place: placeOf(item), message: textIn(item, "message") });
  if (article !== "") tell(terminal, sayings.basis, { article });
}

function tellReport(terminal: Terminal, report: Fields): void {
  for (const reason of listIn(report, "reasons")) tellItem(terminal, sayings.assessReason, reason);
  for (const measure of listIn(report, "measures")) {
    const said = measure["standing"] === true ? sayings.assessStands : sayings.assessFalls;
    tell(terminal, said, { name: textIn(measure, "name"), id: textIn(measure, "id") });
    const asked = listIn(measure, "findings").filter((one) => one["weight"] === "question");
    for (const one of asked) tellItem(terminal, sayings.assessQuestion, one);
  }
  tell(terminal, report["standing"] === true ? sayings.draftStands : sayings.draftFalls);
}

async function run(call: Call): Promise<Exit> {
  const { terminal } = call;
  const place = call.place(0);
  const draft = await draftAt(place);
  const title = call.text("title") ?? path.basename(path.resolve(place)).slice(0, 100);
  const server = openAsAccount(terminal);
  const reply = await server.ask({ method: "POST", path: "/api/v1/policy/assessments", json: { title, ...draft } });
  const made = fieldsOf(server.json(reply));
  const report = fieldsOf(made["report"]);
  if (typeof report["standing"] !== "boolean") throw server.badAnswer(reply);
  await answer(terminal, made);
  tellReport(terminal, report);
  return report["standing"] ? EXIT.well : EXIT.refused;
}

/** `xinheng policy assess DRAFT`. */
export const policyAssess: Command = {
  options: { title: { type: "string" } },
  places: ["draft"],
  needs: [],
  run,
};
