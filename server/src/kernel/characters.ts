/**
 * The one table of Chinese characters that code may hold: marks of dates, numerals and look-alikes.
 * Everything here serves reading and folding; what people see stands in each slice's `text.ts`.
 */

/** The three marks of a written day, as in 2024年9月1日. */
export const DATE_MARKS = { year: "年", month: "月", day: "日" } as const;

/** What submitters write in a code column to say that there is no code. Compared after trimming and upper-casing. */
export const NO_CODE_WORDS: ReadonlySet<string> = new Set([
  "无",
  "暂无",
  "无代码",
  "无码",
  "未提供",
  "空",
  "-",
  "--",
  "—",
  "——",
  "－",
  "/",
  "\\",
  "N/A",
  "NULL",
]);

/** The word that the published list of bad codes holds where a code is missing. */
export const NO_CODE_WORD = "无";

/** Brackets that stand for one another in names and document numbers, to their half-width round form. */
export const BRACKETS: ReadonlyMap<string, string> = new Map([
  ["（", "("],
  ["）", ")"],
  ["〔", "("],
  ["〕", ")"],
  ["﹝", "("],
  ["﹞", ")"],
  ["﹙", "("],
  ["﹚", ")"],
  ["［", "("],
  ["］", ")"],
  ["[", "("],
  ["]", ")"],
  ["【", "("],
  ["】", ")"],
  ["〖", "("],
  ["〗", ")"],
  ["｛", "("],
  ["｝", ")"],
  ["{", "("],
  ["}", ")"],
  ["❲", "("],
  ["❳", ")"],
]);

/** Dashes and middle dots of many kinds, to one of each. */
export const STROKES: ReadonlyMap<string, string> = new Map([
  ["‐", "-"],
  ["‑", "-"],
  ["‒", "-"],
  ["–", "-"],
  ["—", "-"],
  ["―", "-"],
  ["−", "-"],
  ["﹣", "-"],
  ["•", "·"],
  ["‧", "·"],
  ["∙", "·"],
  ["⋅", "·"],
  ["・", "·"],
  ["･", "·"],
  ["᛫", "·"],
]);

/** Circles and letters that are written for the digit nought in document numbers. */
export const NOUGHTS: ReadonlySet<string> = new Set(["〇", "○", "◯", "Ｏ", "O", "o", "ｏ"]);

/** Letters that a code's alphabet lacks or borrows from another script, to what was meant. Upper case only. */
export const CODE_LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ["O", "0"],
  ["I", "1"],
  ["S", "5"],
  ["Z", "2"],
  ["〇", "0"],
  ["○", "0"],
  ["О", "0"],
  ["Ο", "0"],
  ["А", "A"],
  ["Α", "A"],
  ["В", "B"],
  ["Β", "B"],
  ["С", "C"],
  ["Е", "E"],
  ["Ε", "E"],
  ["Н", "H"],
  ["Η", "H"],
  ["К", "K"],
  ["Κ", "K"],
  ["М", "M"],
  ["Μ", "M"],
  ["Ν", "N"],
  ["Р", "P"],
  ["Ρ", "P"],
  ["Т", "T"],
  ["Τ", "T"],
  ["Х", "X"],
  ["Χ", "X"],
  ["У", "Y"],
  ["Υ", "Y"],
]);

/** Values of numerals: everyday, formal (大写), traditional and look-alike forms. */
export const NUMERALS: ReadonlyMap<string, number> = new Map([
  ["零", 0],
  ["〇", 0],
  ["○", 0],
  ["一", 1],
  ["壹", 1],
  ["弌", 1],
  ["二", 2],
  ["贰", 2],
  ["貳", 2],
  ["貮", 2],
  ["弍", 2],
  ["两", 2],
  ["三", 3],
  ["叁", 3],
  ["叄", 3],
  ["參", 3],
  ["弎", 3],
  ["四", 4],
  ["肆", 4],
  ["五", 5],
  ["伍", 5],
  ["六", 6],
  ["陆", 6],
  ["陸", 6],
  ["七", 7],
  ["柒", 7],
  ["八", 8],
  ["捌", 8],
  ["九", 9],
  ["玖", 9],
]);

/** Units inside a group of four digits. */
export const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["陌", 100],
  ["千", 1000],
  ["仟", 1000],
  ["阡", 1000],
]);

/** Units that close a group of four digits. */
export const GROUP_UNITS: ReadonlyMap<string, number> = new Map([
  ["万", 10_000],
  ["萬", 10_000],
  ["亿", 100_000_000],
  ["億", 100_000_000],
]);

/** Words for the yuan. */
export const YUAN_WORDS: ReadonlySet<string> = new Set(["元", "圆", "圓"]);

/** Words for a tenth and a hundredth of a yuan, in fen. */
export const FRACTION_UNITS: ReadonlyMap<string, number> = new Map([
  ["角", 10],
  ["分", 1],
]);

/** What closes a round amount. */
export const ROUND_WORDS: ReadonlySet<string> = new Set(["整", "正"]);

/** The currency as it stands before an amount. */
export const CURRENCY_PREFIXES: readonly string[] = ["人民币", "RMB", "¥", "￥"];

/** Characters after eleven digits that make them an amount or a count and not a telephone number. */
export const AMOUNT_MARKS: ReadonlySet<string> = new Set(["元", "万", "亿", "圆"]);
