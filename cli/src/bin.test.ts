import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readLintWish } from "../../server/src/main/policy-lint.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = path.join(root, "node_modules/.bin/xinheng");
/** The machine's own Node, which may be too old for the sources. */
const ownNode = "/usr/bin/node";

interface Ended {
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

function started(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env["PATH"] ?? "", HOME: tmpdir(), ...env } };
    execFile(command, args, options, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

async function answersUnder(node: string): Promise<void> {
  expect(await started(node, [bin, "--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
  const wrong = await started(node, [bin, "batch"]);
  expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([2, { code: "cli.usage" }]);
  expect(wrong.err).toContain("缺少 批次");
}

test("the launcher answers under this Node", () => answersUnder(process.execPath));

test.skipIf(!existsSync(ownNode))("the launcher answers under the machine's own /usr/bin/node", () =>
  answersUnder(ownNode),
);

test("npx finds it from the project's root", async () => {
  const { code, out } = await started("npx", ["--no-install", "xinheng", "--version"]);
  expect([code, out]).toEqual([0, "0.1.0\n"]);
});

test("nobody at the address is exit code 3", async () => {
  const { code, out } = await started(process.execPath, [bin, "batch", "b"], {
    XINHENG_SERVER: "http://127.0.0.1:2",
    XINHENG_TOKEN: "t",
  });
  expect([code, JSON.parse(out)]).toMatchObject([3, { code: "cli.unreachable" }]);
});

test("the shipped policy is sound, and a fault in a folder over it is told by file and line", async () => {
  const sound = await started(process.execPath, [bin, "policy", "lint", "--day", "2026-09-09"]);
  expect([sound.code, JSON.parse(sound.out)]).toMatchObject([0, { region: "990100", day: "2026-09-09", faults: [] }]);
  const folder = await mkdtemp(path.join(tmpdir(), "xinheng-lint-"));
  const file = path.join(folder, "nonsense.yaml");
  await writeFile(file, "a: 1\n");
  const broken = await started(process.execPath, [bin, "policy", "lint", "--folder", folder]);
  expect([broken.code, JSON.parse(broken.out)]).toMatchObject([
    1,
    { faults: [{ file, line: 1, code: "policy.unknown-file" }] },
  ]);
  expect(broken.err).toContain(`${file}:1:1 不认识的规则文件`);
  await rm(folder, { recursive: true });
}, 180_000);

test("the local commands are the server's own, with its refusals", async () => {
  const env = { DATABASE_URL: "mysql://nowhere" };
  for (const words of [
    ["init", "--production"],
    ["token", "--login", "root", "--organisation", "129901009900397397", "--name", "示例市公共信用信息中心"],
  ]) {
    const { code, out, err } = await started(process.execPath, [bin, ...words], env);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("DATABASE_URL 有误");
  }
  const missing = await started(process.execPath, [bin, "token", "--login", "root"]);
  expect([missing.code, JSON.parse(missing.out)]).toMatchObject([2, { code: "cli.usage" }]);
});

test("lint judges what a server started here would read, unless told otherwise", () => {
  const env = { XINHENG_CLOCK: "2026-09-09T23:30:00Z", XINHENG_DATA: "/nowhere", XINHENG_REGION: "990200" };
  const shipped = path.join(root, "policy");
  expect(readLintWish([], env)).toEqual({ folders: [shipped], region: "990200", day: "2026-09-10" });
  const told = ["--folder", "/mine", "--region", "990100", "--day", "2026-01-31"];
  expect(readLintWish(told, env)).toEqual({ folders: [shipped, "/mine"], region: "990100", day: "2026-01-31" });
  for (const wrong of [["--day", "2026-02-30"], ["--bogus"], ["--region", "99"]])
    expect(() => readLintWish(wrong, env)).toThrow("main.");
});
