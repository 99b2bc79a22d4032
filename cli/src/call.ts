import { parseArgs } from "node:util";
import type { ParseArgsOptionDescriptor } from "node:util";
import { codeOf, fault } from "./fault.ts";
import type { Exit, Fault } from "./fault.ts";
import { fill } from "./fill.ts";
import type { Terminal } from "./terminal.ts";
import { placeNames, usageReasons } from "./text.ts";

/** A command: what it takes and what it does. Its words stand in `text.ts` under its name. */
export interface Command {
  readonly options: Readonly<Record<string, ParseArgsOptionDescriptor>>;
  /** How many words it takes beside its options; their names are for the complaint when one is missing. */
  readonly places: readonly (keyof typeof placeNames)[];
  /** Options that must be there. */
  readonly needs: readonly string[];
  readonly run: (call: Call) => Promise<Exit>;
}

/** What a person typed, read by the command's own shape. */
export interface Call {
  readonly terminal: Terminal;
  /** The word at a place, from 0. */
  readonly place: (at: number) => string;
  /** An option that must be there. */
  readonly needed: (name: string) => string;
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** Wrong usage for a reason of `usageReasons`. */
export function usage(reason: string, values: Readonly<Record<string, string>> = {}): Fault {
  return fault({ code: "cli.usage", values: { reason: fill(reason, values) } });
}

/** Reads the words after a command's name. Throws Fault `cli.usage`. */
export function readCall(command: Command, words: readonly string[], terminal: Terminal): Call {
  const { values, positionals } = parsed(command, words);
  const texts = new Map(Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  const missing = command.places[positionals.length];
  if (missing !== undefined) throw usage(usageReasons.missingPlace, { place: placeNames[missing] });
  if (positionals.length > command.places.length) throw usage(usageReasons.tooMany);
  for (const name of command.needs) {
    if (!texts.has(name)) throw usage(usageReasons.missingOption, { option: `--${name}` });
  }
  for (const [name, text] of texts) {
    if (text.trim() === "") throw usage(usageReasons.emptyOption, { option: `--${name}` });
  }
  return {
    terminal,
    place: (at) => positionals[at] ?? "",
    needed: (name) => texts.get(name) ?? "",
    text: (name) => texts.get(name),
    flag: (name) => values[name] === true,
  };
}

function parsed(
  command: Command,
  words: readonly string[],
): { values: Readonly<Record<string, unknown>>; positionals: string[] } {
  try {
    return parseArgs({ args: [...words], options: command.options, allowPositionals: true });
  } catch (error) {
    throw misread(error);
  }
}

function misread(error: unknown): Fault {
  // Node names the option in quotes and stops there; a stray value is not repeated, it may be a secret.
  const option = /'(--?[A-Za-z0-9-]+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
  if (codeOf(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return usage(usageReasons.unknownOption, { option });
  return usage(usageReasons.optionValue, { option });
}
