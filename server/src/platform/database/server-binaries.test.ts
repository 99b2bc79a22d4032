import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeLinks } from "./server-binaries.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "xinheng-binaries-"));
  await mkdir(path.join(root, "native/lib"), { recursive: true });
  await writeFile(path.join(root, "native/lib/libone.so.1.2"), "one");
  const links = [{ source: "native/lib/libone.so.1.2", target: "native/lib/libone.so.1" }];
  await writeFile(path.join(root, "native/pg-symlinks.json"), JSON.stringify(links));
});

afterEach(() => rm(root, { recursive: true, force: true }));

test("library links are made where the package's install script did not run, and left where it did", async () => {
  await makeLinks(root);
  await makeLinks(root);
  expect(await readFile(path.join(root, "native/lib/libone.so.1"), "utf8")).toBe("one");
});
