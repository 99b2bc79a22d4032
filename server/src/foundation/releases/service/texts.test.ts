import { afterAll, beforeAll, expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import { testDatabase } from "../../../platform/database/test-database.ts";
import type { TestDatabase } from "../../../platform/database/test-database.ts";
import { SOUND_POLICY, writePolicy } from "../../../policy/test-policy-folder.ts";
import type { SignedIn } from "../../accounts/index.ts";
import { readText, readTexts } from "../index.ts";
import type { ReleasePorts } from "../index.ts";

const shipped = writePolicy(SOUND_POLICY);
const local = writePolicy({ "sources.yaml": "sources: []\n", "notes.txt": "not ours" });
let database: TestDatabase;
let ports: ReleasePorts;

beforeAll(async () => {
  database = await testDatabase();
  ports = {
    db: database.db,
    clock: { now: () => 0, today: () => "2026-09-09" as Day },
    base: { folders: [shipped.folder, local.folder], region: "990100" },
    runCases: () => [],
    onChange: () => undefined,
  };
});
afterAll(async () => {
  await database.drop();
  shipped.remove();
  local.remove();
});

const id = "aaaaaaaa-0000-4000-8000-000000000000";
const as = (role: SignedIn["role"]): SignedIn => ({
  account: id,
  person: id,
  organisation: "129901009900397397",
  organisationName: "示例市信用中心",
  login: "a",
  role,
  via: "token",
  session: null,
  client: null,
  steppedUpAt: null,
});

test("whoever drafts reads each file of the policy, layer by layer, and none that a draft may not bring", async () => {
  const texts = await readTexts(ports, as("operator"));
  const named = texts.ok ? texts.value.map(({ layer, path }) => `${layer} ${path}`) : [];
  expect(named).toContain("shipped access/rules.yaml");
  expect(named).toContain("local sources.yaml");
  expect(named.filter((one) => one.startsWith("shipped/home"))).not.toEqual([]);
  expect(named.filter((one) => /region\.yaml|working-days|notes/u.test(one))).toEqual([]);
});

test("a file is given as it is written", async () => {
  const asked = { layer: "shipped", path: "access/rules.yaml" };
  expect(await readText(ports, as("operator"), asked)).toEqual({
    ok: true,
    value: { ...asked, text: SOUND_POLICY["access/rules.yaml"] },
  });
});

test.each([
  ["a file that is not there", { layer: "local", path: "access/rules.yaml" }],
  ["a file outside", { layer: "shipped", path: "../../etc/passwd" }],
  ["a layer that is not there", { layer: "release-1", path: "sources.yaml" }],
  ["what a draft may not bring", { layer: "shipped/home", path: "region.yaml" }],
])("%s is refused", async (_, asked) => {
  expect(await readText(ports, as("operator"), asked)).toMatchObject({ refusal: { code: "releases.unknown-text" } });
});

test.each(["clerk", "enterprise", "auditor", "leader"] as const)("a %s reads none", async (role) => {
  expect(await readTexts(ports, as(role))).toMatchObject({ ok: false, refusal: { code: "accounts.role" } });
});
