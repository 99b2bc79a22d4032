import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readTermsOfUse } from "./service/terms-of-use.ts";

const shipped = fileURLToPath(new URL("../../../../policy", import.meta.url));

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "terms-"));
  mkdirSync(join(folder, "open-data"));
  writeFileSync(join(folder, "open-data/terms-of-use.yaml"), text);
  return folder;
}

test("what is shipped is a template that says so", () => {
  expect(readTermsOfUse()).toMatchObject({ id: "template", mark: "unverified", url: null });
});

test("an operator's own stands over it whole", () => {
  const own = folderWith(
    "id: city-1\nzh: 示例市数据使用条款\nurl: https://credit.example.invalid/terms\nterms: [注明来源]\nmark: verified\n",
  );
  expect(readTermsOfUse([shipped, own])).toEqual({
    id: "city-1",
    zh: "示例市数据使用条款",
    url: "https://credit.example.invalid/terms",
    terms: ["注明来源"],
    mark: "verified",
  });
  expect(readTermsOfUse([shipped, mkdtempSync(join(tmpdir(), "terms-"))]).id).toBe("template");
});

test.each([
  ["not a YAML", "id: [", "terms-of-use.yaml"],
  ["no terms", "id: a\nzh: 甲\nurl: null\nterms: []\nmark: verified\n", "terms"],
  ["an address that runs", "id: a\nzh: 甲\nurl: javascript:alert(1)\nterms: [乙]\nmark: verified\n", "url"],
  [
    "an address that could end a header",
    'id: a\nzh: 甲\nurl: "https://a.invalid/>; x"\nterms: [乙]\nmark: verified\n',
    "url",
  ],
  ["an unknown key", "id: a\nzh: 甲\nurl: null\nterms: [乙]\nmark: verified\nmore: 1\n", "more"],
])("a file with %s is refused with its place", (_, text, told) => {
  expect(() => readTermsOfUse([folderWith(text)])).toThrow(told);
});

test("without any the start stops", () => {
  expect(() => readTermsOfUse([mkdtempSync(join(tmpdir(), "terms-"))])).toThrow("no policy folder");
});
