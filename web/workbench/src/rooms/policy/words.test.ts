import { expect, test } from "vitest";
import { countWord, effectMark, layerWord, placeOfLine, wholeFiles } from "./words.ts";

test.each([
  [1, 0],
  [2, 2],
  [3, 5],
  [9, 8],
  [0, 0],
])("line %i begins at %i", (line, place) => expect(placeOfLine("a\nbc\nde\n", line)).toBe(place));

test.each([
  ["shipped", "随附"],
  ["local/packs-of-ours", "本地 packs-of-ours"],
  ["release-12", "第 12 次发布"],
])("the layer %s is called %s", (layer, word) => expect(layerWord(layer)).toBe(word));

test("a hidden count says that it is small", () => {
  expect(countWord(null)).toBe("不足十个");
  expect(countWord(12)).toBe("12");
});

test("what worsens is told by shape and word", () => {
  expect(effectMark("worsening")).toEqual({ shape: "triangle", tone: "zhe", word: "加重" });
  expect(effectMark("unheard-of").word).toBe("unheard-of");
});

test("a file without path or text is none", () =>
  expect(wholeFiles({ "a.yaml": "x", " ": "y", "b.yaml": "" })).toEqual({ "a.yaml": "x" }));
