import { spawn, spawnSync, type ChildProcess, type StdioOptions } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";

/**
 * Under whom the database programs run. PostgreSQL refuses uid 0, so root either hands them to `nobody`, or, where
 * `nobody` may not enter a folder on the way, keeps its own files and shows the programs another number (`mapped`).
 */
export type RunAs = "self" | "nobody" | "mapped";

/** The number of `nobody`. initdb looks its user up by number: this is the one that every Linux knows. */
export const nobodyId = 65_534;

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly runAs: RunAs;
  readonly stdio: StdioOptions;
}

/** Chooses how to run `binary` over `folder`: both must be reachable by whoever runs it. */
export async function chooseRunAs(binary: string, folder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return "self";
  const reachable = (await canTraverse(folder)) && answers({ file: binary, runAs: "nobody" });
  if (reachable) return "nobody";
  if (answers({ file: binary, runAs: "mapped" })) return "mapped";
  throw new Error(
    `PostgreSQL does not run as root, user ${nobodyId} cannot reach ${binary} and ${folder}, and this machine allows no` +
      " user namespaces: open the folders to others (o+x), start as another user, or set DATABASE_URL",
  );
}

/** Starts a program outside our process group, so that a Ctrl-C in the terminal reaches us first. Inherits no HOME. */
export function start(program: Program): ChildProcess {
  const { file, args, options } = command(program);
  return spawn(file, [...args], { ...options, stdio: program.stdio, detached: true });
}

/** True when every folder on the way to `folder`, itself included, may be entered by anybody. */
async function canTraverse(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function answers({ file, runAs }: Pick<Program, "file" | "runAs">): boolean {
  const asked = command({ file, args: ["--version"], runAs });
  return spawnSync(asked.file, asked.args, { ...asked.options, stdio: "ignore" }).status === 0;
}

function command({ file, args, runAs }: Pick<Program, "file" | "args" | "runAs">): {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly uid?: number;
    readonly gid?: number;
  };
} {
  const options = { cwd: "/", env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC" } };
  if (runAs === "nobody") return { file, args, options: { ...options, uid: nobodyId, gid: nobodyId } };
  if (runAs === "self") return { file, args, options };
  const map = ["--user", `--map-user=${nobodyId}`, `--map-group=${nobodyId}`, "--"];
  return { file: "unshare", args: [...map, file, ...args], options };
}
