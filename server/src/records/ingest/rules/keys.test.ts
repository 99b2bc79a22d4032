import { expect, test } from "vitest";
import type { CatalogueEntry } from "../../../policy/catalogue-entry.ts";
import type { DecisionFacts } from "../../statements/index.ts";
import { keysOf } from "./keys.ts";

const facts = {
  documentNo: "示市监罚〔2026〕1号",
  authority: "示例局",
  authorityCode: "11990100990001378K",
} as DecisionFacts;

function partsOf(removal: readonly string[]): readonly string[] | null {
  const roles = {
    subjectCode: "code",
    documentNo: "documentNo",
    authority: "authority",
    authorityCode: "authorityCode",
    removal,
  };
  const entry = { roles, sourceKey: ["documentNo"], decisionIdentity: ["documentNo", "authorityCode", "authority"] };
  const candidate = {
    subject: "91990100MA0XH0026G",
    name: "示例",
    facts,
    fields: { documentNo: "示市监罚〔2026〕1号" },
  };
  return keysOf(entry as unknown as CatalogueEntry, candidate).decisionParts;
}

test("a penalty and a listing that one document says are two decisions: to end the one ends the other never", () => {
  const [penalty, listing] = [partsOf([]), partsOf(["removedOn"])];
  expect(penalty).not.toBeNull();
  expect(listing).not.toEqual(penalty);
  expect(listing?.slice(0, penalty?.length)).toEqual(penalty);
});
