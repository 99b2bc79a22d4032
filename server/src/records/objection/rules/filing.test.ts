import { expect, test } from "vitest";
import type { Day } from "../../../kernel/day.ts";
import type { ObjectionGround } from "../../../policy/objection.ts";
import { judgeFiling } from "./filing.ts";
import type { Earlier, FilingWish } from "./filing.ts";

const grounds = new Map<string, ObjectionGround>([
  ["wrong-content", { id: "wrong-content", zh: "内容有误", targets: ["record"] }],
  ["unjustified-look", { id: "unjustified-look", zh: "没有事由", targets: ["look"] }],
]);
const digest = (one: string): string => one.repeat(64);
const wish: FilingWish = { target: "record", ground: "wrong-content", fields: [], evidence: [] };
const before = (phase: Earlier["phase"], ...evidence: string[]): Earlier => ({
  phase,
  evidence,
  filedOn: "2026-09-09" as Day,
});
const fresh = { evidence: [{ title: "判决书", digest: digest("b") }] };

test.each<readonly [string, Partial<FilingWish>, readonly Earlier[], string]>([
  ["a first one needs no evidence", {}, [], "granted"],
  ["a ground that is none", { ground: "gossip" }, [], "objection.unknown-ground"],
  ["a ground of looks", { ground: "unjustified-look" }, [], "objection.ground-unfit"],
  [
    "fields of a look",
    { target: "look", ground: "unjustified-look", fields: [{ field: "content", should: "x" }] },
    [],
    "objection.fields-unfit",
  ],
  ["one is filed", {}, [before("filed")], "objection.already-open"],
  ["one is with its provider", fresh, [before("forwarded")], "objection.already-open"],
  ["one waits for its second person", fresh, [before("closed"), before("answered")], "objection.already-open"],
  ["it was answered and nothing is new", {}, [before("closed", digest("a"))], "objection.new-evidence-needed"],
  [
    "it was answered and the same is handed in",
    { evidence: [{ title: "另起的名", digest: digest("a") }] },
    [before("closed", digest("a"))],
    "objection.new-evidence-needed",
  ],
  ["it was answered and something is new", fresh, [before("closed", digest("a"))], "granted"],
  ["it was taken back", {}, [before("withdrawn", digest("a"))], "granted"],
  ["it was not accepted", {}, [before("not-accepted", digest("a"))], "granted"],
])("%s", (_, over, earlier, code) => {
  const verdict = judgeFiling({ grounds }, { ...wish, ...over }, earlier);
  expect(verdict.ok ? "granted" : verdict.refusal.code).toBe(code);
});
