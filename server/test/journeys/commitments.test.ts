// What an enterprise promises an office: signed by the one, judged by the other, and by nobody else.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market, marketName } from "./test-client.ts";
import { firm } from "./test-sheets.ts";

const environment = "11990100990006857Y";
const wish = {
  receiver: market,
  kind: "missing-papers",
  matter: "SL-2026-000001",
  promise: "于期限内补齐场地证明。",
  through: "2026-09-30",
};

interface Told {
  readonly status: number;
  readonly code?: string;
  readonly draft: string;
  readonly commitment: string;
  readonly wording: string;
  readonly digest: string;
  readonly state: string;
  readonly judgements: readonly { readonly outcome: string }[];
  readonly items: readonly Told[];
  readonly next: string | null;
}

let bed: TestApp;
const tokens: Record<string, string> = {};

async function call(who: string, path: string, json?: unknown): Promise<Told> {
  const response = await bed.ask(`/api/v1/${path}`, {
    method: json === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/json" },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { ...((await response.json()) as Omit<Told, "status">), status: response.status };
}

async function promise(who: string, over: Record<string, unknown> = {}): Promise<Told> {
  const asked = { ...wish, ...over };
  const { draft, digest } = await call(who, "commitments/drafts", asked);
  return call(who, "commitments", { ...asked, draft, digest });
}

const judge = (who: string, commitment: string, over: Record<string, unknown> = {}): Promise<Told> =>
  call(who, `commitments/${commitment}/judgements`, {
    version: 0,
    outcome: "fulfilled",
    reason: "经核对，材料已经补齐。",
    ...over,
  });

beforeAll(async () => {
  bed = await openTestApp();
  tokens["firm"] = await bed.tokenOf({ uscc: firm(1).code, name: firm(1).name }, "enterprise");
  tokens["other firm"] = await bed.tokenOf({ uscc: firm(2).code, name: firm(2).name }, "enterprise");
  tokens["clerk"] = await bed.tokenOf(market);
  tokens["second officer"] = await bed.tokenOf(market, "reviewer");
  tokens["other office"] = await bed.tokenOf(environment, "approver");
  tokens["leader"] = await bed.tokenOf(market, "leader");
});
afterAll(() => bed.close());

describe("a promise", () => {
  test("is shown, signed as shown, and judged by another officer of the office it was made to", async () => {
    const draft = await call("firm", "commitments/drafts", wish);
    expect(draft.wording).toContain(marketName);
    expect((await call("firm", "own/commitments")).items).toEqual([]);
    const altered = { ...wish, promise: "别的内容。", draft: draft.draft, digest: draft.digest };
    expect(await call("firm", "commitments", altered)).toMatchObject({
      status: 409,
      code: "commitment.wording-differs",
    });
    const signing = { ...wish, draft: draft.draft, digest: draft.digest };
    const given = await call("firm", "commitments", signing);
    expect(given).toMatchObject({ status: 201, state: "open", wording: draft.wording, judgements: [] });
    expect(await call("firm", "commitments", signing)).toMatchObject({ status: 409, code: "commitment.given" });

    const received = await call("clerk", "commitments");
    expect(received).toMatchObject({ items: [{ commitment: given.commitment, subject: firm(1).code }], next: null });
    const said = await judge("second officer", given.commitment);
    expect(said).toMatchObject({ status: 200, state: "fulfilled", judgements: [{ no: 1, outcome: "fulfilled" }] });
    expect(await judge("clerk", given.commitment, { outcome: "lapsed" })).toMatchObject({
      status: 409,
      code: "commitment.changed",
    });
    expect((await call("firm", "own/commitments")).items).toMatchObject([{ state: "fulfilled" }]);
  });

  test("is its two sides' alone, and another's number tells no more than a random one", async () => {
    const { commitment } = await promise("firm");
    for (const who of ["other firm", "other office"]) {
      const list = who === "other firm" ? "own/commitments" : "commitments";
      expect(await call(who, list)).toMatchObject({ status: 200, items: [] });
    }
    const foreign = await judge("other office", commitment);
    const random = await judge("other office", "f".repeat(32));
    expect(foreign).toMatchObject({ status: 404, code: "commitment.unknown" });
    expect({ ...foreign, instance: "" }).toEqual({ ...random, instance: "" });
    for (const who of ["firm", "other firm", "leader"]) {
      expect(await judge(who, commitment)).toMatchObject({ status: 403, code: "accounts.role" });
      expect(await judge(who, "f".repeat(32))).toMatchObject({ status: 403, code: "accounts.role" });
      expect(await call(who, "commitments")).toMatchObject({ status: 403, code: "accounts.role" });
    }
    for (const who of ["clerk", "second officer", "leader"]) {
      expect(await call(who, "commitments/drafts", { ...wish, receiver: environment })).toMatchObject({
        status: 403,
        code: "accounts.role",
      });
      const signing = { ...wish, receiver: environment, draft: "0".repeat(32), digest: "0".repeat(64) };
      expect(await call(who, "commitments", signing)).toMatchObject({ status: 403, code: "accounts.role" });
      expect(await call(who, "own/commitments")).toMatchObject({ status: 403, code: "accounts.role" });
    }
  });

  test("is called broken by a document only, and carries no number of a person and no feigned line", async () => {
    const { commitment } = await promise("firm", { promise: "按期补正。" });
    expect(await judge("clerk", commitment, { outcome: "broken" })).toMatchObject({
      status: 422,
      code: "commitment.document-needed",
    });
    for (const text of ["联系 13900000000", "守法。\n不履行的后果：无"]) {
      expect(await call("firm", "commitments/drafts", { ...wish, promise: text })).toMatchObject({ status: 422 });
      expect(await judge("clerk", commitment, { reason: text })).toMatchObject({ status: 422 });
    }
    const said = await judge("clerk", commitment, { outcome: "broken", document: "示市监〔2026〕1号" });
    expect(said).toMatchObject({ status: 200, state: "broken" });
  });
});

test("a long list goes on where it ended, for whom it was made", async () => {
  for (let count = 0; count < 50; count += 1) {
    expect((await promise("other firm", { promise: `第${count + 1}项。` })).status).toBe(201);
  }
  const first = await call("other firm", "own/commitments");
  expect(first.items).toHaveLength(50);
  const after = `own/commitments?cursor=${encodeURIComponent(first.next ?? "")}`;
  expect(await call("other firm", after)).toMatchObject({ items: [], next: null });
  expect(await call("firm", after)).toMatchObject({ status: 422 });
  const received = await call("clerk", "commitments");
  const rest = await call("clerk", `commitments?cursor=${encodeURIComponent(received.next ?? "")}`);
  const all = [...received.items, ...rest.items].map(({ commitment }) => commitment);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(50);
});
