// What ended is gone, on every path, at once: the list of paths drives it, and a path that is not on it fails.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveEnd } from "../../src/records/statements/index.ts";
import { statement } from "../../src/platform/database/pool.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market, marketName } from "./test-client.ts";
import { outputs } from "./test-outputs.ts";
import type { Probe, Sought } from "./test-outputs.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

let bed: TestApp;
let token = "";
beforeAll(async () => {
  bed = await openTestApp();
  token = await bed.tokenOf(market);
});
afterAll(() => bed.close());

/** Sends a file of one row and gives back its batch. */
async function sent(entry: string, body: string): Promise<string> {
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=${entry}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  const answer = (await response.json()) as { batch: string; accepted: number };
  expect(answer).toMatchObject({ accepted: 1 });
  return answer.batch;
}

interface Given extends Sought {
  readonly batches: readonly string[];
}

/** A penalty that is shown through 2027-06-18 and a permit that is valid through the same day, of one enterprise. */
async function given(index: number): Promise<Given> {
  const { code, name } = firm(index);
  const documents = { penalty: `示市监罚〔2026〕${index}号`, permit: `示市监许〔2026〕${index}号` };
  const permit = {
    subjectName: name,
    counterpart: "法人及非法人组织",
    subjectCode: code,
    documentTitle: "经营许可",
    documentNo: documents.permit,
    permitKind: "普通",
    content: "准予经营",
    decidedOn: "2026-06-18",
    validFrom: "2026-06-18",
    validUntil: "2027-06-18",
    authority: marketName,
    authorityCode: market,
    currentStatus: "有效",
    sourceUnit: marketName,
    sourceUnitCode: market,
  };
  const batches = [await sent("penalty", csv([penaltyOf(index)])), await sent("permit", JSON.stringify(permit))];
  const listed = (await (await bed.ask(`/api/v1/subjects/${code}/records`)).json()) as {
    items: { id: string; entry: string }[];
  };
  const id = (entry: string): string => listed.items.find((item) => item.entry === entry)?.id ?? "";
  return {
    code,
    name,
    batches,
    penalty: { id: id("penalty"), document: documents.penalty },
    permit: { id: id("permit"), document: documents.permit },
  };
}

const routes = Object.entries(outputs);
const probesOf = (sought: Sought): Probe[] =>
  routes.flatMap(([, output]) => (output.kind === "records" ? output.probes(sought) : []));

interface Asking {
  readonly sought: Sought;
  readonly query?: string;
  readonly etag?: string;
}

/** Who asks: anybody, an officer by duty, or the subject itself. */
async function tokenFor(probe: Probe, { code, name }: Sought): Promise<Record<string, string>> {
  if (probe.as === undefined) return {};
  const organisation = probe.as === "approver" ? market : { uscc: code, name };
  const key = `${probe.as} ${probe.as === "approver" ? market : code}`;
  const token = tokens.get(key) ?? (await bed.tokenOf(organisation, probe.as));
  tokens.set(key, token);
  return { authorization: `Bearer ${token}` };
}
const tokens = new Map<string, string>();

async function asked(probe: Probe, { sought, query, etag }: Asking) {
  const joint = probe.path.includes("?") ? "&" : "?";
  const body = probe.body === undefined ? {} : { method: "POST", body: JSON.stringify(probe.body) };
  return bed.ask(`${probe.path}${query === undefined ? "" : `${joint}${query}`}`, {
    ...body,
    headers: {
      accept: probe.accept ?? "*/*",
      ...(probe.body === undefined ? {} : { "content-type": "application/json" }),
      ...(await tokenFor(probe, sought)),
      ...(etag === undefined ? {} : { "if-none-match": etag }),
    },
  });
}

/** The head of an answer; a body that nobody wants is given up, or it would hold its place among the downloads. */
async function headOf(probe: Probe, sought: Sought, etag?: string): Promise<Response> {
  const response = await asked(probe, etag === undefined ? { sought } : { sought, etag });
  await response.body?.cancel();
  return response;
}

/** Whether an answer shows the record that its probe looks for. */
async function shows(probe: Probe, sought: Sought, response: Response): Promise<boolean> {
  const body = Buffer.from(await response.arrayBuffer()).toString("utf8");
  if (probe.counts === true) {
    const { counts } = JSON.parse(body) as { counts: { entry: string; count: number }[] };
    return counts.some(({ entry, count }) => entry === probe.finds && count > 0);
  }
  const { id, document } = sought[probe.finds];
  // A refusal repeats nothing of what was asked for.
  return response.status === 200 && (body.includes(id) || body.includes(document));
}

async function shown(sought: Sought, more: { readonly query?: string } = {}): Promise<Record<string, boolean>> {
  const seen: Record<string, boolean> = {};
  for (const probe of probesOf(sought))
    seen[`${probe.path} ${probe.finds}`] = await shows(probe, sought, await asked(probe, { ...more, sought }));
  return seen;
}

const all = (sought: Sought, value: boolean): Record<string, boolean> =>
  Object.fromEntries(probesOf(sought).map((probe) => [`${probe.path} ${probe.finds}`, value]));
/** When the term is over, the subject alone still sees what stands about it. */
const afterTerm = (sought: Sought): Record<string, boolean> =>
  Object.fromEntries(probesOf(sought).map((probe) => [`${probe.path} ${probe.finds}`, probe.beyondTerm === true]));

async function end(sought: Sought, kind: "repaired" | "revoked" | "quashed"): Promise<void> {
  await bed.database.admin.write(async (tx) => {
    const rows = await tx.rows<{ decision: Buffer }>(
      statement("test.decisions", "select distinct decision from statements.statement where subject = $1"),
      [sought.code],
    );
    for (const { decision } of rows) {
      await saveEnd(tx, {
        subject: sought.code,
        decision,
        kind,
        effective: "2026-09-09",
        through: null,
        recordedAt: new Date("2026-09-09T00:00:00Z"),
        documentNo: null,
        account: "00000000-0000-4000-8000-000000000000",
      });
    }
  });
}

async function withdraw(sought: Given): Promise<void> {
  for (const batch of sought.batches) {
    const response = await bed.ask(`/api/v1/batches/${batch}/withdrawal`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ reason: "报送有误", documentNo: "示市监函〔2026〕9号" }),
    });
    expect(response.status, await response.clone().text()).toBe(202);
    const { proposal } = (await response.json()) as { proposal: string };
    const approval = await bed.ask(`/api/v1/approvals/${proposal}/approval`, {
      method: "POST",
      headers: { authorization: `Bearer ${await bed.tokenOf(market, "reviewer")}`, "content-type": "application/json" },
      body: "{}",
    });
    expect(approval.status, await approval.clone().text()).toBe(200);
  }
}

test("every route stands in the list of outputs, and the list names no other", () => {
  const registered = new Set(
    bed.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
  );
  expect([...registered].toSorted()).toEqual(routes.map(([route]) => route).toSorted());
});

test("what tells of nobody in particular does not", async () => {
  const sought = await given(900);
  for (const [route, output] of routes) {
    if (output.kind !== "nobody" || route.includes(":") || !route.startsWith("GET ")) continue;
    const body = await (await bed.ask(route.slice(4))).text();
    for (const word of [sought.penalty.id, sought.permit.id, sought.penalty.document, sought.permit.document]) {
      expect(body.includes(word), route).toBe(false);
    }
  }
});

const ends: readonly (readonly [string, (sought: Given) => Promise<void>])[] = [
  ["a repair", (sought) => end(sought, "repaired")],
  ["a revocation", (sought) => end(sought, "revoked")],
  ["a quashing", (sought) => end(sought, "quashed")],
  ["the withdrawal of its batch", withdraw],
];

const invented = [
  "asOf=2026-09-01",
  "day=2026-09-01",
  "today=2026-09-01",
  "knownAt=2026-09-01",
  "channel=archive",
  "includeEnded=true",
];

describe.each(ends)("after %s", (name, happen) => {
  test("no path shows it, no old version stands for the new one, and no parameter brings it back", async () => {
    const sought = await given(910 + ends.findIndex(([one]) => one === name));
    expect(await shown(sought)).toEqual(all(sought, true));
    const held = new Map<Probe, string>();
    for (const probe of probesOf(sought)) held.set(probe, (await headOf(probe, sought)).headers.get("etag") ?? "");
    await happen(sought);
    expect(await shown(sought)).toEqual(all(sought, false));
    for (const [probe, etag] of held) {
      expect((await headOf(probe, sought, etag)).status, probe.path).not.toBe(304);
    }
    for (const query of invented) expect(await shown(sought, { query }), query).toEqual(all(sought, false));
  }, 60_000);
});

test("on its last day it is shown until 23:59:59, and from 00:00:00 on no more", async () => {
  const sought = await given(930);
  bed.at("2027-06-18T23:59:30");
  expect(await shown(sought)).toEqual(all(sought, true));
  const held = new Map<Probe, string>();
  for (const probe of probesOf(sought)) {
    const answer = await headOf(probe, sought);
    held.set(probe, answer.headers.get("etag") ?? "");
    const age = /max-age=(\d+)/u.exec(answer.headers.get("cache-control") ?? "")?.[1];
    expect(Number(age ?? 0), probe.path).toBeLessThanOrEqual(30);
  }
  bed.at("2027-06-19T00:00:00");
  expect(await shown(sought)).toEqual(afterTerm(sought));
  for (const [probe, etag] of held) expect((await headOf(probe, sought, etag)).status, probe.path).not.toBe(304);
}, 60_000);
