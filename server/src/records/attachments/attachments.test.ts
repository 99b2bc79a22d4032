import { deflateRawSync } from "node:zlib";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "../../foundation/accounts/index.ts";
import type { Account, Role } from "../../foundation/accounts/index.ts";
import type { Outcome } from "../../kernel/refusal.ts";
import { statement } from "../../platform/database/pool.ts";
import type { Tx } from "../../platform/database/pool.ts";
import { inOneTransaction } from "../../platform/database/in-one-transaction.ts";
import { testDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openKeys } from "../../platform/keys/keys.ts";
import { addKek, openKeystore } from "../../platform/keys/keystore.ts";
import { zipOf } from "../../platform/tabular/test-files.ts";
import {
  attach,
  confirmRedacted,
  listAttachments,
  openAttachment,
  openPublic,
  proposeRedacted,
} from "./service/attach.ts";
import { readFile } from "./service/read-file.ts";
import { rewrapFileKeys } from "./service/rewrap.ts";
import { findingsIn, judgeConfirmation, judgeCount, stateOf } from "./rules/attachment.ts";
import type { Attachment, CaseOfFiles } from "./rules/attachment.ts";
import { formatOf, servingHeads } from "./rules/format.ts";

const SUBJECT = "91990100MA0XH0026G";
const OFFICE = "11990100990001378K";
const OTHER_OFFICE = "11990100990004114B";
const PHONE = "13900000000";
const AT = new Date("2027-01-04T02:00:00Z");
const OF: CaseOfFiles = { subject: SUBJECT, owner: "lists", case: "one" };

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "granted" : outcome.refusal.code);

function certain<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const docx = (body: string): Buffer =>
  zipOf([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "word/document.xml", content: `<w:document><w:body>${body}</w:body></w:document>` },
  ]);

describe("what a file is", () => {
  test.each([
    ["pdf", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["png", Buffer.from("89504e470d0a1a0a00", "hex"), "png"],
    ["jpeg", Buffer.from("ffd8ffe000", "hex"), "jpeg"],
    ["zip", Buffer.from("504b030400", "hex"), "zip"],
    ["text in UTF-8", Buffer.from("说明"), "txt"],
    ["text in GB 18030", Buffer.from("cbb5c3f7", "hex"), "txt"],
    ["a page", Buffer.from("<!doctype html><script>1</script>"), undefined],
    ["a picture that runs scripts", Buffer.from('<svg xmlns="x"/>'), undefined],
    ["a program", Buffer.from("7f454c4600000000", "hex"), undefined],
    ["an old document", Buffer.from("d0cf11e0a1b11ae1", "hex"), undefined],
  ])("is told by its bytes: %s", (_, bytes, format) => {
    expect(formatOf(bytes)).toBe(format);
  });

  test("a number that is parted over runs of one paragraph is found, and the text is not kept", async () => {
    const read = certain(
      await readFile(docx(`<w:p><w:r><w:t>电话139000</w:t></w:r><w:r><w:t>00000。</w:t></w:r></w:p>`)),
    );
    expect(read).toEqual({ format: "docx", reading: "searched", findings: { mobile: 1 } });
  });

  test("numbers of two paragraphs are not one", async () => {
    const read = certain(await readFile(docx("<w:p><w:t>139000</w:t></w:p><w:p><w:t>00000</w:t></w:p>")));
    expect(read.findings).toEqual({});
  });

  test("a document with a picture is searched in part, a PDF not at all, and both say so", async () => {
    const parts = [
      { name: "word/document.xml", content: "<w:document/>" },
      { name: "word/media/image1.png", content: "picture" },
    ];
    expect(certain(await readFile(zipOf(parts))).reading).toBe("partly");
    expect(certain(await readFile(Buffer.from("%PDF-1.7\n"))).reading).toBe("not-readable");
  });

  test("workbooks and OFD are searched", async () => {
    const book = zipOf([
      { name: "xl/workbook.xml", content: "<workbook/>" },
      {
        name: "xl/worksheets/sheet1.xml",
        content: `<sheetData><row><c><v>${PHONE}</v></c><c><v>7</v></c></row></sheetData>`,
      },
    ]);
    const ofd = zipOf([
      { name: "OFD.xml", content: "<ofd:OFD/>" },
      {
        name: "Doc_0/Pages/Page_0/Content.xml",
        content: `<ofd:TextObject><ofd:TextCode>${PHONE}</ofd:TextCode></ofd:TextObject>`,
      },
    ]);
    expect(certain(await readFile(book))).toMatchObject({ format: "xlsx", findings: { mobile: 1 } });
    expect(certain(await readFile(ofd))).toMatchObject({ format: "ofd", findings: { mobile: 1 } });
  });

  test("what is damaged, a bomb, bears macros, is empty or too large is refused", async () => {
    expect(codeOf(await readFile(Buffer.alloc(0)))).toBe("attachments.empty");
    expect(codeOf(await readFile(Buffer.alloc(20 * 1024 * 1024 + 1)))).toBe("attachments.too-large");
    expect(codeOf(await readFile(Buffer.from("504b03040000", "hex")))).toBe("attachments.damaged");
    const bomb = docx(`<w:p>${" ".repeat(8 * 1024 * 1024)}</w:p>`);
    expect(bomb.length).toBeLessThan(deflateRawSync(Buffer.alloc(8 * 1024 * 1024)).length * 2);
    expect(codeOf(await readFile(bomb))).toBe("attachments.damaged");
    const macros = zipOf([
      { name: "word/document.xml", content: "<w:document/>" },
      { name: "word/vbaProject.bin", content: "x" },
    ]);
    expect(codeOf(await readFile(macros))).toBe("attachments.format");
  });

  test("it is handed out to be saved, under no name of its own", () => {
    expect(servingHeads({ no: 2, format: "txt" })).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": 'attachment; filename="attachment-2.txt"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });
});

describe("who may let the public see a redacted version", () => {
  const file: Attachment = {
    ...OF,
    attachment: "f",
    no: 1,
    kind: "evidence",
    format: "txt",
    size: 1,
    digest: Buffer.alloc(32),
    reading: "searched",
    findings: {},
    redacts: "o",
    account: "a",
    person: "p",
    organisation: OFFICE,
    at: AT,
    confirmedAt: null,
  };
  const second = { account: "b", person: "q", organisation: OFFICE };
  test.each<[string, Partial<Attachment>, Partial<typeof second>, string | null, string]>([
    ["a second person of the office", {}, {}, null, "granted"],
    ["nobody for an original", { redacts: null }, {}, "看过", "attachments.original"],
    ["the proposer not", {}, { person: "p" }, "看过", "attachments.same-person"],
    ["another office not", {}, { organisation: OTHER_OFFICE }, "看过", "attachments.other-office"],
    ["nobody twice", { confirmedAt: AT }, {}, null, "attachments.confirmed"],
    ["not without a word where something was found", { findings: { mobile: 1 } }, {}, " ", "attachments.reason-needed"],
    [
      "not without a word where it was not searched",
      { reading: "not-readable" },
      {},
      null,
      "attachments.reason-needed",
    ],
    ["with a word", { reading: "partly", findings: { mobile: 1 } }, {}, "系单位电话", "granted"],
  ])("%s", (_, differs, by, reason, code) => {
    expect(codeOf(judgeConfirmation({ ...file, ...differs }, { ...second, ...by }, reason))).toBe(code);
  });

  test("an original is never public, and a case has an end", () => {
    expect(stateOf({ redacts: null, confirmedAt: AT })).toBe("non-public");
    expect(stateOf({ redacts: "o", confirmedAt: null })).toBe("redacted-proposed");
    expect(stateOf({ redacts: "o", confirmedAt: AT })).toBe("public");
    expect(codeOf(judgeCount(99))).toBe("granted");
    expect(codeOf(judgeCount(100))).toBe("attachments.too-many");
    expect(findingsIn("无")).toEqual({});
  });
});

describe("files of a case", () => {
  let database: TestDatabase;
  let folder: string;
  let officer: Account;
  let second: Account;
  let stranger: Account;

  const member = async (organisation: string, role: Role, login: string): Promise<Account> =>
    certain(
      await createAccount(database.db, {
        at: AT,
        by: null,
        organisation: { uscc: organisation, name: "示例市某局" },
        role,
        login,
      }),
    ).account;
  const keystore = () => openKeystore({ folder, suite: "aes-256-gcm" });
  const as = (by: Account) => ({ keystore: keystore(), at: AT, by });
  const done = <T>(work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> => inOneTransaction(database.db, work);
  const newFile = async (text: string) => {
    const bytes = Buffer.from(text);
    return { kind: "evidence" as const, bytes, read: certain(await readFile(bytes)) };
  };
  const added = async (text: string, of = OF) => {
    const file = await newFile(text);
    return certain(await done((tx) => attach(tx, as(officer), { of, file })));
  };
  const proposed = async (original: string, text: string) => {
    const file = await newFile(text);
    return done((tx) => proposeRedacted(tx, as(officer), { of: OF, original, file }));
  };
  const open = (attachment: string, of = OF) => done((tx) => openAttachment(tx, keystore(), { of, attachment }));
  const seen = (attachment: string) => done((tx) => openPublic(tx, keystore(), { of: OF, attachment }));

  beforeAll(async () => {
    database = await testDatabase();
    folder = path.join(await mkdtemp(path.join(tmpdir(), "xinheng-attachments-")), "keys");
    await openKeys({ folder });
    officer = await member(OFFICE, "clerk", "one");
    second = await member(OFFICE, "reviewer", "two");
    stranger = await member(OTHER_OFFICE, "reviewer", "three");
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(path.dirname(folder), { recursive: true });
  });

  test("a file comes back byte for byte, also one of many pieces, and only in its own case", async () => {
    const long = "示例".repeat(400_000);
    const file = await added(long);
    expect(certain(await open(file.attachment)).bytes.toString()).toBe(long);
    expect(codeOf(await open(file.attachment, { ...OF, case: "another" }))).toBe("attachments.unknown");
    expect(codeOf(await open("00000000-0000-4000-8000-000000000000"))).toBe("attachments.unknown");
  });

  test("two that are added at once have two numbers", async () => {
    const of = { ...OF, case: "numbers" };
    const both = await Promise.all([added("一", of), added("二", of)]);
    expect(both.map(({ no }) => no).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect((await database.db.read((tx) => listAttachments(tx, of))).map(({ no }) => no)).toEqual([1, 2]);
  });

  test("the public sees a redacted version that a second person confirmed, and never an original", async () => {
    const original = await added(`联系人电话 ${PHONE}`);
    expect(original.findings).toEqual({ mobile: 1 });
    expect(codeOf(await seen(original.attachment))).toBe("attachments.unknown");
    const version = certain(await proposed(original.attachment, "联系人电话 ***"));
    expect(codeOf(await seen(version.attachment))).toBe("attachments.unknown");
    const confirm = (by: Account, attachment: string) =>
      done((tx) => confirmRedacted(tx, { at: AT, by }, { of: OF, attachment, reason: null }));
    expect(codeOf(await confirm(officer, version.attachment))).toBe("attachments.same-person");
    expect(codeOf(await confirm(stranger, version.attachment))).toBe("attachments.other-office");
    expect(codeOf(await confirm(second, original.attachment))).toBe("attachments.original");
    expect(codeOf(await confirm(second, version.attachment))).toBe("granted");
    expect(codeOf(await confirm(second, version.attachment))).toBe("attachments.confirmed");
    expect(certain(await seen(version.attachment)).bytes.toString()).toBe("联系人电话 ***");
    expect(codeOf(await seen(original.attachment))).toBe("attachments.unknown");
    expect(codeOf(await proposed(version.attachment, "又一份"))).toBe("attachments.not-original");
  });

  test("every deed is in the trail, and nothing of a file lies in clear", async () => {
    const file = await added(`只有这里才有的话 ${PHONE}`);
    const trail = statement("test.attachment-trail", "select action from audit.entry where target = $1");
    expect(await database.db.read((tx) => tx.rows(trail, [file.attachment]))).toEqual([
      { action: "attachments.attach" },
    ]);
    const clear = statement(
      "test.attachment-clear",
      "select count(*)::int as n from attachments.piece where position(convert_to('只有这里才有的话', 'UTF8') in sealed) > 0",
    );
    expect(await database.db.read((tx) => tx.rows(clear))).toEqual([{ n: 0 }]);
  });

  test("keys are wrapped anew, and the file still opens", async () => {
    const file = await added("换钥匙之前");
    addKek(folder);
    expect(await rewrapFileKeys(database.admin, keystore())).toBeGreaterThan(0);
    expect(await rewrapFileKeys(database.admin, keystore())).toBe(0);
    expect(certain(await open(file.attachment)).bytes.toString()).toBe("换钥匙之前");
  });

  test("a file without its key is erased, and the server's own role erases nothing", async () => {
    const file = await added("将被清除");
    const erase = statement("test.attachment-erase", "delete from attachments.file_key where attachment = $1");
    await expect(database.db.write((tx) => tx.run(erase, [file.attachment]))).rejects.toThrow(/permission denied/);
    await database.admin.write((tx) => tx.run(erase, [file.attachment]));
    expect(codeOf(await open(file.attachment))).toBe("attachments.erased");
    expect((await database.db.read((tx) => listAttachments(tx, OF))).map(({ attachment }) => attachment)).toContain(
      file.attachment,
    );
  });
});
