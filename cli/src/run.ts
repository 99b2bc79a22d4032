import { readFileSync } from "node:fs";
import { readCall, usage } from "./call.ts";
import type { Command } from "./call.ts";
import { approvals, approve, refuse } from "./commands/approvals.ts";
import { batch, complete, decide, withdraw } from "./commands/batch.ts";
import { ingest } from "./commands/ingest.ts";
import { issues, questions } from "./commands/lists.ts";
import { init, policyLint, token } from "./commands/local.ts";
import { policyAssess } from "./commands/assess.ts";
import { receipt } from "./commands/receipt.ts";
import { conform, standing } from "./commands/subscriber.ts";
import { trace } from "./commands/trace.ts";
import { verify } from "./commands/verify.ts";
import { EXIT, Fault } from "./fault.ts";
import type { Exit } from "./fault.ts";
import { fieldsOf, textIn } from "./fields.ts";
import { answer, tell } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { commandHelp, commandTitles, helpHead, helpTail, sayings, usageReasons } from "./text.ts";

type CommandName = keyof typeof commandTitles;

const commands: Readonly<Record<CommandName, Command>> = {
  ingest,
  batch,
  issues,
  questions,
  decide,
  withdraw,
  approvals,
  approve,
  refuse,
  complete,
  receipt,
  verify,
  trace,
  "subscriber status": standing,
  "subscriber conform": conform,
  "policy lint": policyLint,
  "policy assess": policyAssess,
  init,
  token,
};

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** The command that the first word, or the first two, name. */
function findCommand(
  words: readonly string[],
): { readonly name: CommandName; readonly rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    if (isCommand(name)) return { name, rest: words.slice(length) };
  }
  return undefined;
}

function overview(): string {
  const width = Math.max(...Object.keys(commandTitles).map((name) => name.length));
  const lines = Object.entries(commandTitles).map(([name, title]) => `  ${name.padEnd(width)}  ${title}`);
  return `${[helpHead, ...lines, helpTail].join("\n")}\n`;
}

function versionText(): string {
  const file = new URL("../package.json", import.meta.url);
  return textIn(fieldsOf(JSON.parse(readFileSync(file, "utf8"))), "version");
}

/** Help and version are what was asked for, so they go to stdout. Only words before `--` ask for them. */
function asksFor(words: readonly string[], ...flags: readonly string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? words.length : end).some((word) => flags.includes(word));
}

async function obey(words: readonly string[], terminal: Terminal): Promise<Exit> {
  const found = findCommand(words);
  if (asksFor(words, "--help", "-h")) {
    await terminal.out(found === undefined ? overview() : `${commandHelp[found.name]}\n`);
    return EXIT.well;
  }
  if (found !== undefined) return commands[found.name].run(readCall(commands[found.name], found.rest, terminal));
  if (asksFor(words, "--version")) {
    await terminal.out(`${versionText()}\n`);
    return EXIT.well;
  }
  const [command] = words;
  throw command === undefined ? usage(usageReasons.noCommand) : usage(usageReasons.unknownCommand, { command });
}

/** Shows what ended a command: the problem on stdout, its words on stderr. */
async function showFault({ problem, exit }: Fault, words: readonly string[], terminal: Terminal): Promise<void> {
  await answer(terminal, problem);
  tell(terminal, sayings.refused, { title: problem.title, detail: problem.detail ?? "" });
  const { article, availableFrom } = problem;
  if (typeof article === "string") tell(terminal, sayings.basis, { article });
  if (typeof availableFrom === "string") tell(terminal, sayings.availableFrom, { day: availableFrom });
  if (exit !== EXIT.usage) return;
  const name = findCommand(words)?.name;
  tell(terminal, sayings.usageHint, { command: name === undefined ? "" : `${name} ` });
}

/** Obeys one command line and answers with the exit code. A bug is thrown. */
export async function run(words: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    return await obey(words, terminal);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    await showFault(error, words, terminal);
    return error.exit;
  }
}
