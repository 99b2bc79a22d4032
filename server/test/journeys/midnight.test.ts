// Pages that wait for a connection while the legal day changes.
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOfInstant } from "../../src/kernel/day.ts";
import { onOneDay } from "../../src/platform/http/one-day.ts";
import type { Fetch } from "../../src/platform/http/server.ts";
import { openTestApp } from "./test-app.ts";
import type { TestApp } from "./test-app.ts";
import { market } from "./test-client.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

const lastDay = "2027-06-18T23:59:59";
const nextDay = "2027-06-19T00:00:01";
const env = {} as Parameters<Fetch>[1];
const { code } = firm(1);

let bed: TestApp;
let now = "2026-09-09T08:00:00";
let fetch: Fetch;

function at(moment: string): void {
  now = moment;
  bed.at(moment);
}

/** A penalty that is shown through 2027-06-18. */
beforeAll(async () => {
  bed = await openTestApp();
  fetch = onOneDay(async (request) => bed.app.fetch(request), {
    today: () => dayOfInstant(Date.parse(`${now}+08:00`)),
  });
  const response = await bed.ask(`/api/v1/batches?provider=${market}&entry=penalty`, {
    method: "POST",
    headers: { authorization: `Bearer ${await bed.tokenOf(market)}` },
    body: csv([penaltyOf(1)]),
  });
  expect(await response.json()).toMatchObject({ accepted: 1 });
});
afterAll(() => bed.close());

/** Takes every reading connection; gives them back when called. */
async function holdReaders(): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = Array.from({ length: 4 }, () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const reading = bed.database.db.read(() => {
      begin();
      return promise;
    });
    return { begun, reading };
  });
  await Promise.all(held.map(({ begun }) => begun));
  return async () => {
    resolve();
    await Promise.all(held.map(({ reading }) => reading));
  };
}

const ask = async (path: string): Promise<Response> => fetch(new Request(`http://localhost${path}`), env);

async function askAcrossMidnight(path: string): Promise<Response> {
  at(lastDay);
  const release = await holdReaders();
  const waiting = ask(path);
  await new Promise((resolve) => setTimeout(resolve, 50));
  at(nextDay);
  await release();
  return waiting;
}

test("what is shown through today is not handed out tomorrow to whoever waited across midnight", async () => {
  const path = `/api/v1/subjects/${code}/records`;
  at(lastDay);
  expect(await (await ask(path)).json()).toMatchObject({ items: [{ entry: "penalty" }] });
  const late = await askAcrossMidnight(path);
  expect(late.status).toBe(200);
  expect(await late.json()).toMatchObject({ items: [] });
});

test("a page names the day that it is judged on", async () => {
  const page = await (await askAcrossMidnight(`/subjects/${code}`)).text();
  expect(page).toContain("2027-06-19");
  expect(page).not.toContain("示市监罚〔2026〕1号");
});

test("a file that waited gives the connection of its first reading back", async () => {
  for (let round = 0; round < 6; round += 1) {
    const file = await askAcrossMidnight("/api/v1/open-data/permit.csv");
    expect(file.status).toBe(200);
    await file.text();
  }
});
