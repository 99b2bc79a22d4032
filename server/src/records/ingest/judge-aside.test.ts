import { describe, expect, test } from "vitest";
import { loadPolicy } from "../../policy/load.ts";
import type { Day } from "../../kernel/day.ts";
import { fieldsOf, groupsOf } from "../statements/index.ts";
import { BatchFailure } from "./service/failure.ts";
import { judgeAside } from "./service/judge-aside.ts";
import { judgeFile } from "./service/judge-file.ts";
import type { FileTask, JudgedRow } from "./service/judge-file.ts";

const folder = new URL("../../../../policy", import.meta.url).pathname;
const day = "2026-09-09" as Day;
const bureau = "11990100990001378K";

function readTask(): FileTask {
  const load = loadPolicy({ folders: [folder], region: "990100", day });
  if (!load.ok) throw new Error("policy");
  const { entries, forbidden, publicity, words } = load.snapshot;
  const entry = entries.get("penalty") ?? expect.fail();
  const law = {
    forbidden,
    publicity,
    proposed: words.proposedDecision,
    templateRow: words.templateRow,
    heldColumns: words.heldColumns,
    heldQuiet: words.heldQuiet,
    naturalPerson: words.naturalPerson,
  };
  return {
    entry,
    mapping: null,
    law,
    notStated: words.notStated,
    scoreHeads: [],
    carriedWords: words,
    day,
    provider: bureau,
    done: 0,
  };
}

const task = readTask();
const groups = groupsOf(task.entry).length;
const taskOf = (done = 0): FileTask => ({ ...task, done });

const oldPlatform: FileTask["mapping"] = {
  id: "old",
  zh: "旧平台导出",
  entry: "penalty",
  profile: "full",
  columns: {},
  constants: {},
  derivations: [],
  carriedOver: {
    until: day,
    state: "数据状态",
    stateOn: "状态日期",
    receivedOn: "入库时间",
    stateDocument: null,
    objection: null,
    objectionOn: null,
  },
};

const heads =
  "行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,行政处罚决定文书号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码";

/** Rows of every kind of verdict by turns: sound, with a question, rejected, with a code that is none. */
function line(number: number): string {
  const content = number % 4 === 1 ? "罚款人民币叁万元整" : '"罚款人民币贰万元整，另注""\\""\n"';
  const decided = number % 4 === 2 ? "2026-02-31" : "2026-06-18";
  const code = number % 4 === 3 ? "91990100MA0XH0026H" : "91990100MA0XH0026G";
  const act = `示市监罚〔2026〕${number}号,产品质量,销售不合格产品,《产品质量法》第四十九条,罚款,${content},2,${decided},2027-06-18`;
  const sender = `示例市市场监督管理局,${bureau}`;
  return `示例市澄岸环境工程有限公司𠮷,法人及非法人组织,${code},,${act},${sender},${sender}`;
}

const file = (rows: number): string => [heads, ...Array.from({ length: rows }, (_, number) => line(number))].join("\n");

async function* piecesOf(text: string, size = 64 * 1024): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A row without what is random about it. */
function plain({ position, fate }: JudgedRow): unknown {
  if (fate.kind !== "claim") return { position, fate };
  const { content, ...prepared } = fate.prepared;
  const fields = fieldsOf(content, groups);
  return { position, questions: fate.questions, prepared, fields, length: content.length };
}

async function all(blocks: AsyncIterable<JudgedRow[]>): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const block of blocks) rows.push(...block.map(plain));
  return rows;
}

const aside = (text: string, done = 0): AsyncGenerator<JudgedRow[]> =>
  judgeAside(piecesOf(text), { format: "csv", task: taskOf(done) });

describe("a file judged in a thread of its own", () => {
  test("gives the same rows in the same order, behind those that are done", async () => {
    const text = file(1001);
    const here = await all(judgeFile(() => piecesOf(text), taskOf()));
    expect(here).toHaveLength(1001);
    expect(new Set(here.map((row) => Object.keys(row as object).join()))).toHaveLength(2);
    expect(await all(aside(text))).toEqual(here);
    expect(await all(aside(text, 900))).toEqual(here.slice(900));
  });

  test("gives an old platform's states with its rows, those of rejected ones too", async () => {
    const states = ["正常", "已修复", "异议中", ""];
    const lines = Array.from({ length: 40 }, (_, at) => `${line(at)},${states[at % 4] ?? ""},2026-08-01,2026-06-20`);
    const text = [`${heads},数据状态,状态日期,入库时间`, ...lines].join("\n");
    const carried = {
      ...taskOf(),
      mapping: oldPlatform,
      carriedWords: { ...task.carriedWords, carriedShown: ["正常"] },
    };
    const judged = async (blocks: AsyncIterable<JudgedRow[]>): Promise<JudgedRow[]> => {
      const rows: JudgedRow[] = [];
      for await (const block of blocks) rows.push(...block);
      return rows;
    };
    const here = await judged(judgeFile(() => piecesOf(text), carried));
    const there = await judged(judgeAside(piecesOf(text), { format: "csv", task: carried }));
    expect(here.map(({ word }) => word)).toEqual(Array.from({ length: 40 }, (_, at) => states[at % 4]));
    expect(there.map(({ word }) => word)).toEqual(here.map(({ word }) => word));
    expect(there.map(plain)).toEqual(here.map(plain));
    expect(
      here.filter(({ fate }) => fate.kind === "claim" && fate.prepared.claim.carried?.on === "2026-08-01"),
    ).toHaveLength(30);
  });

  test("fails as a whole where it would have failed here", async () => {
    const codeOf = async (text: string): Promise<string> => {
      const error: unknown = await all(aside(text)).catch((caught: unknown) => caught);
      return error instanceof BatchFailure ? error.failure.code : String(error);
    };
    expect(await codeOf(`${file(2)}\n"offen`)).toBe("tabular.quote-unclosed");
    expect(await codeOf("列一,列二\n1,2\n")).toBe("ingest.missing-columns");
    expect(await codeOf("")).toBe("tabular.empty");
  });

  test("throws what its bytes throw", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield* piecesOf(file(10));
      throw new Error("frame 1 was altered");
    }
    await expect(all(judgeAside(broken(), { format: "csv", task: taskOf() }))).rejects.toThrow("frame 1 was altered");
  });

  test("ends with whoever takes its rows, and lets go of the file", async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        yield Buffer.from(`${heads}\n`);
        for (let number = 0; ; number += 100)
          yield Buffer.from(`${Array.from({ length: 100 }, (_, at) => line(number + at)).join("\n")}\n`);
      } finally {
        isClosed = true;
      }
    }
    for await (const block of judgeAside(endless(), { format: "csv", task: taskOf() })) {
      expect(block.length).toBeGreaterThan(0);
      break;
    }
    expect(isClosed).toBe(true);
  });
});
