// What goes wrong in real files, in words.

export const AWKWARD_WORDS = {
  twoTenThousand: "罚款人民币贰万元整",
  proposed: "我局拟对你单位罚款人民币贰万元整，你单位有权陈述和申辩",
  otherName: "示例市别家商贸有限公司",
  publicSecurity: "《中华人民共和国治安管理处罚法》第四十三条",
  publicSecurityMention: "当事人另因违反治安管理被移送",
  identityInText: "现场负责人身份证号{number}",
  otherFacts: "另查明销售超过保质期的食品",
  formula: '=HYPERLINK("http://example.invalid","点此")',
  markup: "<script>alert('示例')</script>经营场所卫生不符合要求",
  hidden: "经营\u202e场所",
  unknownKind: "记过",
  longFigures: "919901001234567000",
  destroyed: "9.14E+17",
  example: "示例",
  exampleNote: "（本行为填写样例，请勿删除）",
  explanation: "填表说明：统一社会信用代码须为18位，金额单位为万元",
  impossibleDay: "-02-30",
} as const;
