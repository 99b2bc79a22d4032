import type { SubjectKind } from "../../policy/catalogue-entry.ts";

/** The words around every public page, and those that all pages share. */
export const siteText = {
  language: "zh-CN",
  skip: "跳到正文",
  demonstration: "示例数据，非官方",
  largeType: "大字版",
  usualType: "常规版",
  navigation: "主导航",
  places: {
    search: { href: "/", word: "查询" },
    lists: { href: "/lists", word: "公示目录" },
    guide: { href: "/guide", word: "修复与异议" },
    rules: { href: "/rules", word: "规则与条文" },
    coverage: { href: "/coverage", word: "归集覆盖" },
    "open-data": { href: "/open-data", word: "数据开放" },
  },
  comma: "、",
  clause: "，",
  colon: "：",
  stop: "。",
  titleJoin: " · ",
  dateWords: { year: "年", month: "月", day: "日" },
  from: "起",
  today: "今日",
  days: (count: number): string => `${count} 天`,
  daysLeft: (count: number): string => `还有 ${count} 天`,

  footer: {
    links: [
      { href: "/figures", word: "双公示统计" },
      { href: "/about", word: "关于本站" },
      { href: "/accessibility", word: "无障碍声明" },
      { href: "/sitemap", word: "网站地图" },
      { href: "/workbench", word: "登录" },
    ],
    generated: (at: string, version: string): string => `本页生成于 ${at}，规则版本 ${version}`,
    nature: "本页不是信用等级，也不是信用报告。本站与其他网站不一致的，以认定机关的决定和本站当日显示为准。",
    region: (name: string): string => `地区：${name}`,
    address: (path: string): string => `本页地址 ${path}`,
  },

  search: {
    label: "主体名称或统一社会信用代码",
    placeholder: "名称或统一社会信用代码",
    button: "查询",
    hint: "可按现名、曾用名或代码查企业、农民专业合作社、事业单位、社会组织和机关，至少两个字；个体工商户须输入全称或完整代码。不提供自然人查询，也不按法定代表人姓名查询。",
  },

  /** Where a name may break: after the region it begins with, and before its legal form. */
  name: {
    regionEnds: ["省", "市", "县", "区", "旗", "州", "盟"],
    forms: [
      "股份有限公司",
      "有限责任公司",
      "集团有限公司",
      "有限公司",
      "合伙企业（有限合伙）",
      "合伙企业",
      "农民专业合作社",
      "专业合作社",
      "分公司",
      "基金会",
      "事务所",
      "委员会",
      "管理局",
      "研究院",
      "工作室",
      "经营部",
      "合作社",
      "商行",
      "协会",
      "学会",
      "中心",
    ],
  },
} as const;

/** What a subject is called by its kind. */
export const kindNames: Readonly<Record<SubjectKind, string>> = {
  enterprise: "企业",
  "individual-business": "个体工商户",
  "farmer-cooperative": "农民专业合作社",
  "public-institution": "事业单位",
  "social-organisation": "社会组织",
  "state-organ": "机关",
  "other-organisation": "其他组织",
  "natural-person": "自然人",
};
