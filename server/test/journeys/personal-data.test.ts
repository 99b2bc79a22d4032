import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append, call, openUpload, records, send } from "./test-client.ts";
import { openPlatform, placesOf } from "./test-platform.ts";
import type { Platform } from "./test-platform.ts";
import { csv, firm, ndjson, penaltyHeads, penaltyOf, plantedId, plantedMobile, workbook } from "./test-sheets.ts";

const representative = "欧阳试验甲";
const naturalPerson = "司徒试验乙";
const planted = [plantedId, plantedMobile, representative, naturalPerson];

/** Rows of every kind in which personal data come, lawful ones and slips. */
function rowsFrom(first: number): string[][] {
  return [
    penaltyOf(first, { representative, idType: "身份证", idNumber: plantedId }),
    penaltyOf(first + 1, { representative, idType: "身份证", idNumber: `${plantedId.slice(0, -1)}9` }),
    penaltyOf(first + 2, { representative, code: plantedId }),
    penaltyOf(first + 3, {
      representative,
      category: "自然人",
      code: "",
      name: naturalPerson,
      idNumber: plantedId,
      facts: `${naturalPerson}，电话${plantedMobile}`,
    }),
    penaltyOf(first + 4, { representative, code: "9.14E+17" }),
    penaltyOf(first + 5, { representative, decided: "2026-02-30" }),
    penaltyOf(first + 6, { representative, facts: `法定代表人身份证号${plantedId}` }),
    penaltyOf(first + 7, { representative, remark: `联系电话${plantedMobile}` }),
  ];
}

let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.close());

async function nowhere(): Promise<void> {
  for (const text of planted)
    expect.soft(await placesOf(platform, text), `a text of ${text.length} characters`).toEqual([]);
}

describe("personal data that departments send", () => {
  test.each([
    ["CSV", (rows: string[][]) => csv(rows), 100],
    ["a workbook", (rows: string[][]) => workbook(rows), 200],
    ["NDJSON", (rows: string[][]) => ndjson(rows), 300],
  ] as const)(
    "in %s are checked and dropped: rows of persons are refused and counted, the rest goes its way",
    async (_, write, first) => {
      const answer = await send(platform, write(rowsFrom(first)));
      expect(answer).toMatchObject({
        status: 201,
        received: 8,
        accepted: 2,
        quarantined: 1,
        rejected: 5,
        naturalPersons: 1,
      });
      const told = JSON.stringify(answer);
      for (const text of planted) expect(told).not.toContain(text);
      expect(answer.issues.find((issue) => issue.code === "ingest.resident-id-in-code")?.value).toMatch(
        /^119\*+0012$/u,
      );
      expect(JSON.stringify(await records(platform, firm(first).code))).not.toContain(representative);
      await nowhere();
    },
  );

  test("in a registration file name no representative", async () => {
    const { code, name } = firm(400);
    const answer = await send(
      platform,
      csv([[name, code, "2020-01-02", representative]], ["企业名称", "统一社会信用代码", "成立日期", "法定代表人"]),
      { entry: "registration" },
    );
    expect(answer).toMatchObject({ accepted: 1 });
    await nowhere();
  });

  test("are unreadable on disk while an upload is under way, in files that only their owner may open", async () => {
    const file = Buffer.from(csv(rowsFrom(500)));
    const { batch } = await openUpload(platform, file.length);
    await append(platform, batch, 0, file.subarray(0, -1));
    await nowhere();
    const files = (await readdir(platform.folder, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(files.some((one) => one.name.includes(batch))).toBe(true);
    for (const one of files) {
      const { mode } = await stat(path.join(one.parentPath, one.name));
      expect((mode & 0o077).toString(8), one.name).toBe("0");
    }
    expect(await append(platform, batch, file.length - 1, file.subarray(-1))).toMatchObject({
      status: 201,
      received: 8,
    });
    const left = (await readdir(path.join(platform.folder, "spool"), { recursive: true })).filter((name) =>
      name.includes(batch),
    );
    expect(left, "the upload is gone with its batch").toEqual([]);
  });

  test("in a file that fails leave nothing either", async () => {
    expect(await send(platform, `${csv(rowsFrom(600))}\n"${representative}`)).toMatchObject({
      status: 422,
      code: "tabular.quote-unclosed",
    });
    expect(await send(platform, csv(rowsFrom(600), [...penaltyHeads.slice(0, -1), plantedId]))).toMatchObject({
      received: 8,
    });
    await nowhere();
  });

  test("typed into a form go the same way", async () => {
    const cells = penaltyOf(700, { representative, idType: "身份证", idNumber: plantedId });
    const answer = await call(platform, "/api/v1/submissions?provider=11990100990001378K&entry=penalty", {
      json: Object.fromEntries(penaltyHeads.map((head, at) => [head, cells[at]])),
    });
    expect(answer).toMatchObject({ status: 201, accepted: 1 });
    await nowhere();
  });

  test("written into a reason, a purpose or a layout are refused", async () => {
    const sent = await send(platform, csv([penaltyOf(710)]), { purpose: `${plantedId}` });
    const reason = `当事人身份证${plantedId}，电话${plantedMobile}`;
    if (sent.status === 201) await call(platform, `/api/v1/batches/${sent.batch}/withdrawal`, { json: { reason } });
    await call(platform, "/api/v1/mappings", {
      json: { zh: `表${plantedId}`, entry: "penalty", columns: { a: "subjectName" }, constants: { remark: reason } },
    });
    await nowhere();
  });
});
