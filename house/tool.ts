import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

export interface ToolResult {
  readonly exitCode: number;
  /** Standard output, as printed. */
  readonly output: string;
  /** Standard error, as printed. */
  readonly errors: string;
}

export interface ToolCall {
  /** A script below node_modules, run by the Node that runs the house. */
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Runs one of the pinned tools to its end and keeps what it printed. Never throws for a tool's own failure. */
export async function runTool(call: ToolCall): Promise<ToolResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ToolResult>();
  const child = spawn(process.execPath, [`${root}/node_modules/${call.script}`, ...call.args], {
    cwd: call.cwd ?? root,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.once("error", reject);
  child.once("close", (code) =>
    resolve({
      exitCode: code ?? 1,
      output: Buffer.concat(output).toString("utf8"),
      errors: Buffer.concat(errors).toString("utf8"),
    }),
  );
  return promise;
}
