import { request } from "node:http";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  answerOf,
  append,
  bearer,
  call,
  expectBalance,
  get,
  market,
  offsetOf,
  openUpload,
  queryOf,
  records,
} from "./test-client.ts";
import type { Answer } from "./test-client.ts";
import { clerkOf, openPlatform, pause } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, penaltyOf } from "./test-sheets.ts";

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

function fileOf(first: number, rows: number): Buffer {
  return Buffer.from(csv(Array.from({ length: rows }, (_, at) => penaltyOf(first + at))));
}

/** Sends the beginning of a part and cuts the connection; resolves when the connection is gone. */
function cutPatch(
  batch: string,
  part: { readonly offset: number; readonly announced: number; readonly bytes: Buffer },
): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      ...bearer(platform),
      "upload-offset": String(part.offset),
      "content-length": String(part.announced),
    };
    const sending = request({
      host: "127.0.0.1",
      port: platform.port,
      method: "PATCH",
      path: `/api/v1/batches/${batch}`,
      headers,
    });
    sending.on("error", () => undefined);
    sending.on("close", () => resolve());
    // Only what was begun can stay behind: requests that came after it are answered, however slow the machine is.
    const hasBegun = async (): Promise<void> => {
      for (let asked = 0; asked < 10; asked += 1) await offsetOf(platform, batch);
      await pause(200);
    };
    sending.write(part.bytes, () => void hasBegun().then(() => sending.destroy()));
  });
}

describe("an upload in parts", () => {
  test("is opened by its length, told by HEAD where it is, and done by its last byte", async () => {
    const file = fileOf(1, 40);
    const opened = await openUpload(platform, file.length);
    expect(opened).toMatchObject({ status: 201, state: "receiving", uploadOffset: 0 });
    expect(opened.headers.get("location")).toBe(`/api/v1/batches/${opened.batch}`);
    expect(await offsetOf(platform, opened.batch)).toBe(0);
    const half = Math.floor(file.length / 2);
    const first = await append(platform, opened.batch, 0, file.subarray(0, half));
    expect([first.status, first.headers.get("upload-offset"), first.headers.get("upload-length")]).toEqual([
      204,
      String(half),
      String(file.length),
    ]);
    expect(await offsetOf(platform, opened.batch)).toBe(half);
    const last = await append(platform, opened.batch, half, file.subarray(half));
    expect(last).toMatchObject({ status: 201, state: "done", received: 40, accepted: 40 });
    expectBalance(last);
    expect(await records(platform, firm(40).code)).toHaveLength(1);
  });

  test("that begins at a wrong place is told the right one, and nothing is lost", async () => {
    const file = fileOf(100, 10);
    const { batch } = await openUpload(platform, file.length);
    await append(platform, batch, 0, file.subarray(0, 100));
    for (const offset of [0, 99, 101, 5000]) {
      const wrong = await append(platform, batch, offset, file.subarray(offset, offset + 50));
      expect([wrong.status, wrong.code, wrong.headers.get("upload-offset")], `at ${offset}`).toEqual([
        409,
        "ingest.upload-offset",
        "100",
      ]);
    }
    expect(await append(platform, batch, 100, file.subarray(100))).toMatchObject({ status: 201, accepted: 10 });
  });

  test("goes on after a connection was cut in the middle of a part", async () => {
    const file = fileOf(200, 400);
    const { batch } = await openUpload(platform, file.length);
    await cutPatch(batch, { offset: 0, announced: file.length, bytes: file.subarray(0, 30_001) });
    await expect.poll(() => offsetOf(platform, batch)).toBeGreaterThan(0);
    const offset = await offsetOf(platform, batch);
    expect(offset).toBeLessThanOrEqual(30_001);
    const rest = await append(platform, batch, offset ?? 0, file.subarray(offset ?? 0));
    expect(rest).toMatchObject({ status: 201, received: 400, accepted: 400 });
  });

  test("takes one of two parts sent at once and tells the other where it is", async () => {
    const file = fileOf(700, 200);
    const { batch } = await openUpload(platform, file.length);
    const half = Math.floor(file.length / 2);
    const both = await Promise.all([
      append(platform, batch, 0, file.subarray(0, half)),
      append(platform, batch, 0, file.subarray(0, half)),
    ]);
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    const turnedAway = both.find((answer) => answer.status === 409);
    expect(["ingest.upload-offset", "spool.busy"]).toContain(turnedAway?.code);
    expect(turnedAway?.title).not.toBe(turnedAway?.code);
    expect(await offsetOf(platform, batch)).toBe(half);
    const ends = await Promise.all([
      append(platform, batch, half, file.subarray(half)),
      append(platform, batch, half, file.subarray(half)),
    ]);
    expect(ends.map((answer) => answer.status === 409 || (answer.received ?? 200) === 200)).toEqual([true, true]);
    expect(await call(platform, `/api/v1/batches/${batch}`)).toMatchObject({
      state: "done",
      received: 200,
      accepted: 200,
    });
  });

  test("longer than it said is refused whole, and the upload stands where it was", async () => {
    const file = fileOf(950, 5);
    const { batch } = await openUpload(platform, file.length);
    expect(await append(platform, batch, 0, Buffer.concat([file, Buffer.from("x")]))).toMatchObject({
      status: 413,
      code: "ingest.upload-too-large",
    });
    expect(await offsetOf(platform, batch)).toBe(0);
    expect(await append(platform, batch, 0, file)).toMatchObject({ status: 201, accepted: 5 });
    expect(await openUpload(platform, 3 * 1024 ** 3)).toMatchObject({ status: 413, code: "ingest.upload-too-large" });
  });

  test("is completed by an empty part when only the last answer was lost", async () => {
    const file = fileOf(960, 5);
    const { batch } = await openUpload(platform, file.length);
    // A part without its last byte, then a cut right behind it: the server has all and may have begun or not.
    await append(platform, batch, 0, file.subarray(0, -1));
    await cutPatch(batch, { offset: file.length - 1, announced: 1, bytes: file.subarray(-1) });
    const offset = await offsetOf(platform, batch);
    expect(offset, "HEAD tells the offset of a whole upload too").toBe(file.length);
    let answer = await append(platform, batch, file.length, Buffer.alloc(0));
    for (let tries = 0; tries < 20 && answer.state === "processing"; tries += 1) {
      await pause(100);
      answer = await call(platform, `/api/v1/batches/${batch}`);
    }
    expect([200, 201, 409]).toContain(answer.status);
    expect(await call(platform, `/api/v1/batches/${batch}`)).toMatchObject({ state: "done", received: 5, accepted: 5 });
  });

  test("finished once cannot be appended to, and its repetition is the first batch", async () => {
    const file = fileOf(970, 5);
    const first = await openUpload(platform, file.length);
    const done = await append(platform, first.batch, 0, file);
    expect(done).toMatchObject({ status: 201, accepted: 5 });
    expect((await append(platform, first.batch, file.length, Buffer.from("\n"))).status).toBe(409);
    expect((await append(platform, first.batch, 0, file)).status).toBe(409);
    const second = await openUpload(platform, file.length);
    expect(await append(platform, second.batch, 0, file)).toMatchObject({
      status: 200,
      batch: first.batch,
      sameAs: true,
    });
  });

  test("without an offset, with a strange one or a strange length is refused by name", async () => {
    const { batch } = await openUpload(platform, 10);
    for (const offset of ["-1", "x", "1.5", "1e99"]) {
      const response = await fetch(`${platform.url}/api/v1/batches/${batch}`, {
        method: "PATCH",
        headers: { ...bearer(platform), "upload-offset": offset },
        body: "abc",
      });
      expect(response.status, offset).not.toBe(204);
      expect(response.status, offset).toBeLessThan(500);
    }
    for (const length of ["-1", "x", "1.5", "1e99"]) {
      const response = await fetch(`${platform.url}/api/v1/batches?${queryOf()}`, {
        method: "POST",
        headers: { ...bearer(platform), "upload-length": length },
      });
      expect([413, 422], length).toContain(response.status);
    }
    expect(await offsetOf(platform, batch)).toBe(0);
  });
});

describe("a batch is its sender's alone", () => {
  test("another unit's is absent in the same words as one that never was", async () => {
    const file = fileOf(1000, 3);
    const { batch } = await openUpload(platform, file.length);
    const token = await clerkOf(platform, { uscc: "11990100990002741Q", name: "示例市税务局" });
    const never = randomUUID();
    const ways: readonly (readonly [string, string, unknown?])[] = [
      ["GET", ""],
      ["GET", "/issues"],
      ["GET", "/questions"],
      ["GET", "/subjects"],
      ["GET", "/receipt"],
      ["POST", "/withdrawal", { reason: "试" }],
      ["POST", "/decisions", { row: 2, action: "reject", reason: "试试" }],
    ];
    for (const [method, path, json] of ways) {
      const [theirs, none] = await Promise.all(
        [batch, never].map((id) => call(platform, `/api/v1/batches/${id}${path}`, { method, token, json })),
      );
      const told = ({ status, code, title, detail }: Partial<Answer>): unknown => [status, code, title, detail];
      expect(told(theirs ?? {}), `${method} ${path}`).toEqual(told(none ?? {}));
      expect(theirs?.status, `${method} ${path}`).toBe(404);
    }
    const patch = (id: string): Promise<Answer> =>
      fetch(`${platform.url}/api/v1/batches/${id}`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${token}`, "upload-offset": "0" },
        body: "x",
      }).then(answerOf);
    expect([(await patch(batch)).status, (await patch(never)).status]).toEqual([404, 404]);
    expect(await offsetOf(platform, batch)).toBe(0);
  });

  test("nobody without a good token gets anywhere", async () => {
    const { batch } = await openUpload(platform, 10);
    for (const authorization of [
      "",
      "Bearer",
      "Bearer x",
      "Basic eDp5",
      `Bearer ${"x".repeat(5000)}`,
      "Bearer \u00e9\u00e8",
    ]) {
      for (const [method, path] of [
        ["GET", `/api/v1/batches/${batch}`],
        ["PATCH", `/api/v1/batches/${batch}`],
        ["POST", `/api/v1/batches?${queryOf()}`],
        ["GET", `/api/v1/batches/${batch}/receipt`],
      ] as const) {
        const headers = { ...(authorization === "" ? {} : { authorization }), "upload-offset": "0" };
        const answer = await fetch(`${platform.url}${path}`, {
          method,
          headers,
          ...(method === "GET" ? {} : { body: "x" }),
        }).then(answerOf);
        expect(answer.status, `${method} ${authorization.slice(0, 20)}`).toBe(401);
        expect(answer.code).toMatch(/^accounts\./u);
      }
    }
    for (const role of ["leader", "bank", "enterprise", "auditor", "system-admin"]) {
      expect((await call(platform, `/api/v1/batches/${batch}`, { role })).status, role).toBeGreaterThanOrEqual(403);
      expect((await call(platform, `/api/v1/batches?${queryOf()}`, { role, method: "POST" })).status, role).toBe(403);
    }
  });

  test("an operator looks at another unit's only with purpose and matter, and the look is written down", async () => {
    const { batch } = await openUpload(platform, 10);
    const look = (json: unknown, role = "operator"): Promise<Answer> =>
      call(platform, `/api/v1/batches/${batch}/looks`, { role, json });
    expect((await call(platform, `/api/v1/batches/${batch}`, { role: "operator" })).status).toBe(404);
    expect((await look({ purpose: " ", matter: "甲1" })).status).toBe(422);
    expect((await look({ purpose: "核对", matter: "甲1" }, "auditor")).status).toBe(403);
    expect(await look({ purpose: "核对报送", matter: "甲1" })).toMatchObject({ status: 200, batch, provider: market });
    const mine = await get<{ state: string }>(platform, `/api/v1/batches/${batch}`);
    expect(mine.state).toBe("receiving");
  });
});
