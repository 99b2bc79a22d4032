// A platform with data of one unit, people of two, the centre and two subjects: for tests of side doors.
import { afterAll, beforeAll, expect } from "vitest";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { params, rights, signedIn } from "./test-rights.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

export const tax = "11990100990002741Q";
export const centre = { uscc: "129901009900397397", name: "示例市公共信用信息中心" };
const records = 130;

interface Doors {
  readonly bed: TestApp;
  readonly batch: string;
  readonly tokens: ReadonlyMap<string, string>;
}
let doors: Doors | undefined;
const present = (): Doors => {
  if (doors === undefined) throw new Error("useDoors was not called");
  return doors;
};
export const bed = (): TestApp => present().bed;
/** A batch of the market's unit: records of firms 1, 2 and, more than a page of them, 9; a page of issues and more. */
export const batch = (): string => present().batch;

async function people(app: TestApp): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const [unit, code] of Object.entries({ market, tax })) {
    for (const role of ["clerk", "reviewer", "approver"] as const)
      tokens.set(`${unit}-${role}`, await app.tokenOf(code, role));
  }
  for (const role of ["operator", "system-admin", "security-admin", "auditor", "hall-clerk"] as const)
    tokens.set(role, await app.tokenOf(centre, role));
  for (const index of [1, 9]) {
    const subject = { uscc: firm(index).code, name: firm(index).name };
    tokens.set(`firm-${index}`, await app.tokenOf(subject, "enterprise"));
  }
  return tokens;
}

async function open(): Promise<void> {
  const app = await openTestApp();
  const tokens = await people(app);
  const rows = [penaltyOf(1), penaltyOf(2)];
  for (let at = 0; at < records; at += 1) rows.push(penaltyOf(9, { document: `示市监罚〔2026〕9-${at}号` }));
  for (let at = 0; at < 1001; at += 1) rows.push(penaltyOf(3000 + at, { decided: "去年" }));
  const sent = await app.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.get("market-clerk") ?? ""}` },
    body: csv(rows),
  });
  const told = (await sent.json()) as { batch: string };
  expect(told).toMatchObject({ accepted: 2 + records, rejected: 1001 });
  doors = { bed: app, batch: told.batch, tokens };
}

/** For a file of tests. */
export function useDoors(): void {
  beforeAll(open);
  afterAll(() => bed().close());
}

export interface Asked {
  /** `market-clerk`, `tax-approver`, `firm-9`, or a role at the centre; nobody unless given. */
  readonly who?: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly headers: Headers;
}

export async function ask(path: string, { who, method, json, body, headers }: Asked = {}): Promise<Answered> {
  const sent = body ?? (json === undefined ? undefined : JSON.stringify(json));
  const response = await bed().ask(path, {
    method: method ?? (sent === undefined ? "GET" : "POST"),
    headers: {
      ...(who === undefined ? {} : { authorization: `Bearer ${present().tokens.get(who) ?? ""}` }),
      ...(sent === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  const code = /"code":"([a-z.-]+)"/u.exec(text)?.[1] ?? "";
  return { status: response.status, code, text, headers: response.headers };
}

/** Every path that needs an account, with sound ids, by its method. */
export function closed(wanted: (method: string) => boolean): readonly (readonly [string, string])[] {
  return [...Object.keys(rights), ...signedIn].flatMap((route) => {
    const [method = "", pattern = ""] = route.split(" ");
    const path = pattern.replace(":batch", batch()).replace(/:[a-z]+/gu, (name) => params[name] ?? "");
    return wanted(method) ? [[method, path] as const] : [];
  });
}
