import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafHash, MerkleTree, verifyInclusion } from "./merkle.ts";
import { signNote, verifierOf } from "./note.ts";
import {
  openReceipt,
  readReceipt,
  ReceiptBuilder,
  ReceiptError,
  receiptLeaf,
  signReceipt,
  writeReceipt,
} from "./receipt.ts";
import type { Receipt, ReceiptRow } from "./receipt.ts";

const pair = generateKeyPairSync("ed25519");
const signer = {
  name: "credit.example.gov.cn",
  publicKey: Buffer.from(pair.publicKey.export({ format: "jwk" }).x ?? "", "base64url"),
  sign: (bytes: Uint8Array) => sign(null, bytes, pair.privateKey),
};
const rows: ReceiptRow[] = [
  { row: 2, outcome: "accepted", statementId: "01".repeat(16), commitment: Buffer.alloc(32, 1) },
  { row: 3, outcome: "rejected", statementId: null, commitment: null },
  { row: 4, outcome: "accepted", statementId: "02".repeat(16), commitment: Buffer.alloc(32, 2) },
];
const built = new ReceiptBuilder();
for (const row of rows) built.append(row);
const receipt: Receipt = {
  origin: "credit.example.gov.cn",
  batch: "0b".repeat(16),
  provider: "990100-epb",
  files: ["ab".repeat(32), "cd".repeat(32)],
  receivedAt: "2024-09-01T08:00:00Z",
  ...built.summary(),
};

describe("a batch receipt", () => {
  test("is a text of one fact a line", () => {
    expect(writeReceipt(receipt).split("\n")).toEqual([
      "credit.example.gov.cn",
      "xinheng/v1/receipt",
      `batch ${"0b".repeat(16)}`,
      "provider 990100-epb",
      `file sha256 ${"ab".repeat(32)}`,
      `file sha256 ${"cd".repeat(32)}`,
      "received 2024-09-01T08:00:00Z",
      "count accepted 2",
      "count rejected 1",
      "size 3",
      `root ${Buffer.from(receipt.root).toString("base64")}`,
      "",
    ]);
  });

  test("opens with what was signed", () => {
    const opened = openReceipt(signReceipt(receipt, [signer]), [verifierOf(signer)]);
    expect(opened).toEqual({ receipt: { ...receipt, root: Buffer.from(receipt.root) }, signedBy: [signer.name] });
  });

  test("its root proves each row", () => {
    const tree = new MerkleTree();
    for (const row of rows) tree.append(receiptLeaf(row));
    for (const [index, row] of rows.entries()) {
      expect(
        verifyInclusion({
          leafHash: leafHash(receiptLeaf(row)),
          index,
          size: receipt.size,
          proof: tree.inclusionProof(index),
          root: receipt.root,
        }),
      ).toBe(true);
    }
  });

  test("a row's leaf is its canonical bytes", () => {
    expect(receiptLeaf(rows[1] ?? expect.fail()).toString()).toBe(
      '{"commitment":null,"outcome":"rejected","row":3,"statementId":null}',
    );
  });

  test("reads back whatever it can write", () => {
    const word = fc.stringMatching(/^[a-z0-9./-]{1,12}$/);
    fc.assert(
      fc.property(
        word,
        word,
        fc.dictionary(word, fc.nat(), { noNullPrototype: true }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (batch, provider, counts, root) => {
          const each: Receipt = { ...receipt, batch, provider, counts, root: Buffer.from(root) };
          expect(readReceipt(writeReceipt(each))).toEqual(each);
        },
      ),
    );
  });

  test.each<Partial<Receipt>>([
    { batch: "a b" },
    { batch: "a\nb" },
    { provider: "" },
    { origin: "x\u0000" },
    { files: ["AB".repeat(32)] },
    { receivedAt: "2024-09-01" },
    { counts: { accepted: -1 } },
    { counts: { "two words": 1 } },
    { size: 1.5 },
    { root: Buffer.alloc(31) },
  ])("%j cannot be written", (part) => expect(() => writeReceipt({ ...receipt, ...part })).toThrow(ReceiptError));

  test("another signed text is no receipt, nor one with lines moved, doubled or added", () => {
    const text = writeReceipt(receipt);
    const lines = text.split("\n");
    const bad = [
      "x\n",
      "",
      text.replace("size 3", "size 03"),
      `${text}extra 1\n`,
      text.replace("size 3\n", "size 3\nsize 3\n"),
      text.replace(/^provider.*\n/m, ""),
      [...lines.slice(0, 2), ...lines.slice(2, -1).toReversed(), ""].join("\n"),
    ];
    for (const each of bad) expect(() => readReceipt(each)).toThrow(ReceiptError);
    expect(() => openReceipt(signNote("x\n", [signer]), [verifierOf(signer)])).toThrow(ReceiptError);
  });
});
