// Chinese of the judged queries: heads of the files they are drawn from, and the words by which a name is taken apart.

export const LOOKUP_HEADS = {
  given: "提供企业名称",
  name: "企业名称",
  code: "统一社会信用代码",
  former: "曾用名",
} as const;

/** What the page that the rows were read from wrote behind a long name. */
export const READ_MORE = "查看更多";

/** What the name of an area ends in and everyday speech leaves out. */
export const AREA_ENDS = /(?:省|市|区|县|壮族自治区|回族自治区|维吾尔自治区|自治区)$/u;

/** Written or left out as it comes: marks of areas, brackets, and the form at the end. */
export const COMES_AND_GOES = /[省市区县镇乡()]|(?:(?:股份|责任|有限)*公司)$/gu;

export const COMPANY = "有限公司";
export const COMPANY_END = /(?:股份有限公司|有限责任公司|有限公司)$/u;

/** A name in Chinese characters, letters and brackets: not what a reader of pages garbled. */
export const SOUND_NAME = /^[\u4e00-\u9fff()（）A-Za-z]{6,30}$/u;
