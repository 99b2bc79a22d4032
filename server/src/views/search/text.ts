/** Legal forms at the end of a name, folded. They say what kind of body it is, not which one, so they weigh less. */
export const legalForms: readonly string[] = [
  "股份有限公司",
  "有限责任公司",
  "集团有限公司",
  "有限公司",
  "集团股份有限公司",
  "合伙企业(有限合伙)",
  "合伙企业",
  "农民专业合作社",
  "专业合作社",
  "合作社",
  "分公司",
  "厂",
  "基金会",
  "协会",
  "学会",
  "事务所",
  "中心",
  "委员会",
  "局",
  "院",
];

/** The words by which a typed name is read. */
export const nameWords = {
  legalForms,
  commonestForm: "有限公司",
  shortForms: ["公司", "分公司", "合作社"],
  areaMarks: ["省", "市", "区", "县", "镇", "乡"],
  /** Provinces and the better-known cities of more than two characters, as names begin with them. */
  longAreas: [
    "黑龙江 内蒙古 石家庄 秦皇岛 张家口 哈尔滨 齐齐哈尔 佳木斯 牡丹江 双鸭山 七台河 呼和浩特",
    "鄂尔多斯 葫芦岛 连云港 张家港 马鞍山 景德镇 平顶山 三门峡 驻马店 张家界 防城港 攀枝花",
    "六盘水 嘉峪关 乌鲁木齐 克拉玛依 西双版纳",
  ].flatMap((line) => line.split(" ")),
} as const;

/** What a refused search says. */
export const searchTexts = {
  "search.empty": { title: "没有查询内容", detail: "请输入名称或代码。" },
  "search.too-short": { title: "查询内容太短", detail: "名称至少两个字，代码至少四位。" },
  "search.too-long": { title: "查询内容太长", detail: "最多 {limit} 个字符。" },
  "search.personal": {
    title: "不提供自然人查询",
    detail: "输入的内容像公民身份号码或手机号码，未查找，也未保留。",
    cure: "请输入主体名称或统一社会信用代码。",
  },
} as const;
