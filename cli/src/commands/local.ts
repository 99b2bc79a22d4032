// Commands that run on the server's own machine: scripts of the server, started as they are.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "../call.ts";
import { EXIT, fault, reasonOf } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { answer, tell } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { sayings, systemReasons } from "../text.ts";

interface Script {
  /** Under server/src/main. */
  readonly name: string;
  readonly args: readonly string[];
  /** Where the script's stdout goes: a document to ours, words to stderr. */
  readonly says: "document" | "words";
}

/** Runs a script of the server in this folder and environment, and passes its exit code on. */
export async function runScript({ name, args, says }: Script): Promise<Exit> {
  const file = fileURLToPath(new URL(`../../../server/src/main/${name}`, import.meta.url));
  if (!existsSync(file)) throw failed(name, systemReasons["ENOENT"] ?? "");
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ["inherit", says === "document" ? "inherit" : process.stderr, "inherit"],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", (error) => reject(failed(name, reasonOf(error))));
    child.on("close", resolve);
  });
  if (code === 0) return EXIT.well;
  return code === EXIT.usage ? EXIT.usage : EXIT.refused;
}

function failed(script: string, reason: string): Error {
  return fault({ code: "cli.script", values: { script, reason }, exit: EXIT.refused });
}

/** The options that were given, as words for the script. */
function passedOn(names: readonly string[], text: (name: string) => string | undefined): readonly string[] {
  return names.flatMap((name) => {
    const value = text(name);
    return value === undefined ? [] : [`--${name}=${value}`];
  });
}

async function initialised(terminal: Terminal, production: boolean): Promise<Exit> {
  const exit = await runScript({ name: "init.ts", args: production ? ["--production"] : [], says: "words" });
  if (exit === EXIT.well) await answer(terminal, { initialised: true, production });
  return exit;
}

const text = { type: "string" } as const;

export const init: Command = {
  options: { production: { type: "boolean" } },
  places: [],
  needs: [],
  run: (call) => initialised(call.terminal, call.flag("production")),
};

export const token: Command = {
  options: { login: text, organisation: text, name: text, role: text },
  places: [],
  needs: ["login", "organisation", "name"],
  run: (call) => {
    const args = passedOn(["login", "organisation", "name", "role"], call.text);
    return runScript({ name: "token.ts", args, says: "document" });
  },
};

export const policyLint: Command = {
  options: { folder: text, region: text, day: text },
  places: [],
  needs: [],
  run: async (call) => {
    const args = passedOn(["folder", "region", "day"], call.text);
    const exit = await runScript({ name: "policy-lint.ts", args, says: "document" });
    if (exit !== EXIT.usage) tell(call.terminal, exit === EXIT.well ? sayings.policySound : sayings.policyFaulty);
    return exit;
  },
};
