/** Chinese words that the product never says, each with what it says instead (GLOSSARY.md). */
export const bannedChinese: Readonly<Record<string, string>> = {
  黑名单: "严重失信主体名单",
  白名单: "守信激励对象名单",
  红黑榜: "严重失信主体名单, or 守信激励对象名单",
  无违法违规: "未查询到相关信息",
  无失信记录: "未查询到相关信息",
  联合惩戒: "惩戒措施",
};
