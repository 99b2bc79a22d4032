import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openNote, readVerifierKey } from "@xinheng/log/note";
import { createSignIn, tokenWay } from "../../foundation/accounts/index.ts";
import type { Account } from "../../foundation/accounts/index.ts";
import { granted, refused } from "../../kernel/refusal.ts";
import { openCursors } from "../../platform/http/cursor.ts";
import { createHttpApp } from "../../platform/http/http-app.ts";
import type { HttpApp } from "../../platform/http/http-app.ts";
import { addAuthorisationRoutes } from "./index.ts";
import { BANK, ENTERPRISE, HALL, openTestBed, OTHER_ENTERPRISE, PAPER, WISH } from "./test-bed.ts";
import type { TestBed } from "./test-bed.ts";
import { authorisationTexts } from "./text.ts";

let bed: TestBed;
let app: HttpApp;
const people = new Map<string, Account>();
const frozen = new Set<string>();
/** Whose proof that it is they has lapsed. */
const stale = new Set<string>();

beforeAll(async () => {
  bed = await openTestBed();
  const seats = { owner: [ENTERPRISE, "enterprise"], lender: [BANK, "bank"], hall: [HALL, "hall-clerk"] } as const;
  for (const [name, [organisation, role]] of Object.entries(seats)) {
    people.set(name, await bed.member(organisation, role));
  }
  people.set("stranger", await bed.member(OTHER_ENTERPRISE, "enterprise"));
  people.set("rival", await bed.member(HALL, "operator"));
  people.set("auditor", await bed.member(HALL, "auditor"));
  await bed.know(ENTERPRISE);
  await bed.know(OTHER_ENTERPRISE);
  app = createHttpApp({
    texts: authorisationTexts,
    watch: { request: () => undefined, fault: ({ error }) => expect(error).toBeUndefined() },
    secure: false,
    bodyBytes: 1_000_000,
    uploadPaths: [],
  });
  const way = tokenWay((token, { allowFrozen }) => {
    const account = people.get(token);
    if (account === undefined)
      return Promise.resolve(refused({ code: "accounts.unknown-token", kind: "unauthenticated" }));
    if (frozen.has(token) && !allowFrozen) {
      return Promise.resolve(refused({ code: "accounts.frozen", kind: "forbidden" }));
    }
    const steppedUpAt = stale.has(token) ? null : new Date(bed.ports.clock.now());
    return Promise.resolve(granted({ ...account, via: "token", session: null, client: null, steppedUpAt }));
  });
  addAuthorisationRoutes(app, {
    ports: bed.ports,
    signIn: createSignIn([way]),
    signInToRights: createSignIn([way], { allowFrozen: true }),
    cursors: openCursors((bytes) => bed.ports.keys.mac("test.cursor", bytes)),
  });
});
afterAll(() => bed.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

async function ask(who: string | null, path: string, body?: unknown): Promise<Answer> {
  const headers = { ...(who === null ? {} : { authorization: `Bearer ${who}` }), "content-type": "application/json" };
  const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
  const response = await app.request(`/api/v1/authorisations${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

async function giveAs(who: string, hall: object | null = null, over: object = {}): Promise<Answer> {
  const terms = { ...WISH, ...over };
  const subject = hall === null ? {} : { subject: ENTERPRISE };
  const draft = await ask(who, "/drafts", { ...terms, ...subject });
  if (draft.status !== 200) return draft;
  const consent = { draft: draft.json["draft"], consent: draft.json["sha256"] };
  return ask(who, "", { ...terms, ...consent, hall });
}

const paper = { ...PAPER, subject: ENTERPRISE };

test("given in the portal, seen by both sides, checked by anyone, revoked without a word", async () => {
  const given = await giveAs("owner");
  expect(given.status).toBe(201);
  expect(given.headers.get("cache-control")).toBe("no-store");
  const id = String(given.json["authorisation"]);
  expect(given.headers.get("location")).toBe(`/api/v1/authorisations/${id}`);
  for (const who of ["owner", "lender"]) {
    const one = await ask(who, `/${id}`);
    expect([one.status, one.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(one.json).toMatchObject({
      state: "live",
      usesLeft: 3,
      through: "2027-03-31",
      consent: given.json["consent"],
    });
    const list = await ask(who, "");
    expect(list.json["next"]).toBeNull();
    expect((list.json["items"] as { authorisation: string }[]).map((item) => item.authorisation)).toEqual([id]);
    const note = await ask(who, `/${id}/artefact`);
    const key = await (await app.request("/api/v1/authorisation-key")).text();
    expect(openNote(note.text, [readVerifierKey(key.trim())]).signedBy).toEqual(["credit.example"]);
    expect(note.text).toBe(given.json["artefact"]);
  }
  const revoked = await ask("owner", `/${id}/revocation`, {});
  expect(revoked.json).toMatchObject({ state: "revoked", revokedBy: "grantor", usesLeft: 3 });
  expect((await ask("lender", `/${id}`)).json).toMatchObject({ state: "revoked" });
});

test("at a hall with the paper in hand; and there it can be revoked on paper", async () => {
  const given = await giveAs("hall", paper);
  expect(given.json).toMatchObject({ subject: ENTERPRISE, how: "hall" });
  expect(given.text).not.toContain(PAPER.name);
  const id = String(given.json["authorisation"]);
  expect((await ask("hall", `/${id}`)).status).toBe(403);
  const revoked = await ask("hall", `/${id}/revocation`, { hall: { ...paper, file: "CH-1" } });
  expect(revoked.json).toMatchObject({ state: "revoked", revokedBy: "hall" });
});

describe("hostile callers", () => {
  test("a foreign id and a random id get the same answer, to the byte, on every route", async () => {
    const foreign = String((await giveAs("owner")).json["authorisation"]);
    const shape = ({ status, headers, text }: Answer): unknown => {
      const kept = [...headers].filter(([name]) => name !== "x-request-id");
      return { status, kept, text };
    };
    for (const who of ["stranger", "rival"]) {
      for (const [path, body] of [
        ["", undefined],
        ["/artefact", undefined],
        ["/revocation", {}],
      ] as const) {
        const theirs = await ask(who, `/${foreign}${path}`, body);
        const nobodys = await ask(who, `/${randomBytes(16).toString("hex")}${path}`, body);
        expect(theirs.status).toBe(404);
        expect(shape(theirs)).toEqual(shape(nobodys));
      }
      expect((await ask(who, "")).json["items"]).toEqual([]);
    }
    const wrongSubject = { hall: { ...paper, subject: OTHER_ENTERPRISE } };
    expect((await ask("hall", `/${foreign}/revocation`, wrongSubject)).status).toBe(404);
    expect((await ask("owner", `/${foreign}`)).json).toMatchObject({ state: "live" });
  });

  test("without an account, and with one of another kind, there is nothing", async () => {
    for (const [path, body] of [
      ["", undefined],
      ["", {}],
      ["/drafts", {}],
      [`/${"0".repeat(32)}`, undefined],
    ] as const) {
      expect([401, 422]).toContain((await ask(null, path, body)).status);
      expect([403, 422]).toContain((await ask("auditor", path, body)).status);
    }
    expect((await ask(null, "")).status).toBe(401);
    expect((await ask("forged", "")).status).toBe(401);
    expect((await giveAs("lender")).json).toMatchObject({ code: "accounts.role" });
    expect((await giveAs("lender", paper)).json).toMatchObject({ code: "accounts.role" });
    expect((await giveAs("owner", { ...paper, subject: OTHER_ENTERPRISE })).json).toMatchObject({
      code: "accounts.role",
    });
  });

  test.each<[string, object]>([
    ["a subject in the portal's body", { grantor: OTHER_ENTERPRISE }],
    ["a name of the grantee's own", { granteeName: "别的银行" }],
    ["uses that are left", { usesLeft: 9 }],
    ["no whole number of uses", { uses: 1.5 }],
    ["no use at all", { uses: 0 }],
    ["a day that never was", { through: "2027-02-30" }],
    ["another's id", { authorisation: "ab".repeat(16) }],
    ["fields that are no words", { scope: [{ entry: "penalty", fields: ["' or 1=1 --"] }] }],
    ["a hundred and one entries", { scope: Array.from({ length: 101 }, () => ({ entry: "penalty", fields: null })) }],
  ])("a body with %s is not read", async (_, over) => {
    expect((await ask("owner", "/drafts", { ...WISH, ...over })).status).toBe(422);
    const consent = { draft: "ab".repeat(16), consent: "cd".repeat(32) };
    expect((await ask("owner", "", { ...WISH, ...consent, ...over })).status).toBe(422);
  });

  test("a personal number is not taken in, and a malformed id is told from none", async () => {
    const number = { ...paper, file: "119999209912310012" };
    expect((await giveAs("hall", number)).status).toBe(422);
    expect((await giveAs("hall", { ...paper, name: "119999209912310012" })).status).toBe(422);
    for (const id of ["AB".repeat(16), "a", "%2e%2e", `${"0".repeat(32)}%00`]) {
      expect([404, 422]).toContain((await ask("owner", `/${id}`)).status);
    }
  });

  test("the same consent twice is one authorisation", async () => {
    const draft = await ask("owner", "/drafts", WISH);
    const body = { ...WISH, draft: draft.json["draft"], consent: draft.json["sha256"] };
    expect((await ask("owner", "", body)).status).toBe(201);
    expect((await ask("owner", "", body)).json).toMatchObject({ status: 409, code: "authorisation.already-given" });
    expect((await ask("stranger", "", body)).json).toMatchObject({ code: "authorisation.consent-differs" });
  });

  test("nobody is frozen out of revoking what he gave; an office that is frozen sees nothing", async () => {
    const id = String((await giveAs("owner")).json["authorisation"]);
    for (const who of ["owner", "lender"]) frozen.add(who);
    expect((await ask("lender", `/${id}`)).json).toMatchObject({ code: "accounts.frozen" });
    expect((await giveAs("owner")).json).toMatchObject({ code: "accounts.frozen" });
    expect((await ask("owner", `/${id}/revocation`, {})).json).toMatchObject({ state: "revoked" });
    frozen.clear();
  });

  test("a cursor of another's list does not go on", async () => {
    const cursors = openCursors((bytes) => bed.ports.keys.mac("test.cursor", bytes));
    const theirs = cursors.encode(`authorisations:${ENTERPRISE}:enterprise`, `0 ${"0".repeat(32)}`);
    expect((await ask("owner", `?cursor=${theirs}`)).status).toBe(200);
    expect((await ask("stranger", `?cursor=${theirs}`)).json).toMatchObject({ code: "http.bad-cursor" });
  });
});

test("whoever gives in the portal has lately proved that it is he; drafts, lists and revoking ask for nothing", async () => {
  stale.add("owner");
  expect((await giveAs("owner")).json).toMatchObject({ status: 403, code: "accounts.step-up" });
  expect((await ask("owner", "")).status).toBe(200);
  stale.delete("owner");
  const given = await giveAs("owner");
  expect(given.status).toBe(201);
  stale.add("owner");
  expect((await ask("owner", `/${String(given.json["authorisation"])}/revocation`, {})).status).toBe(200);
  stale.delete("owner");
});
