// Chinese of the generated files: heads by the codes of 双公示, and invented names and contents.

/** A column of a 双公示 file: its code, and the key under which a row holds its cell. */
export type Column = readonly [head: string, key: string];

const both = (prefix: string): readonly Column[] => [
  [`${prefix}_XDR_MC`, "name"],
  [`${prefix}_XDR_LB`, "counterpart"],
  [`${prefix}_XDR_SHXYM`, "code"],
  [`${prefix}_FRDB`, "person"],
];

export const PERMIT_COLUMNS: readonly Column[] = [
  ...both("XK"),
  ["XK_XKWS", "title"],
  ["XK_WSH", "number"],
  ["XK_XKLB", "kind"],
  ["XK_XKZS", "certificate"],
  ["XK_XKBH", "certificateNumber"],
  ["XK_NR", "content"],
  ["XK_JDRQ", "day"],
  ["XK_YXQZ", "day"],
  ["XK_YXQZI", "until"],
  ["XK_XKJG", "authority"],
  ["XK_XKJGDM", "authorityCode"],
  ["XK_ZT", "state"],
  ["XK_LYDW", "authority"],
  ["XK_LYDWDM", "authorityCode"],
];

export const PENALTY_COLUMNS: readonly Column[] = [
  ...both("CF"),
  ["CF_WSH", "number"],
  ["CF_WFXW", "offence"],
  ["CF_SY", "facts"],
  ["CF_YJ", "basis"],
  ["CF_CFLB", "kind"],
  ["CF_NR", "content"],
  ["CF_NR_FK", "fine"],
  ["CF_JDRQ", "day"],
  ["CF_YXQ", "until"],
  ["CF_CFJG", "authority"],
  ["CF_CFJGDM", "authorityCode"],
  ["CF_SJLY", "authority"],
  ["CF_SJLYDM", "authorityCode"],
  ["EXT_SXYZCD", "severity"],
];

export const REGISTER_HEADS = ["企业名称", "统一社会信用代码", "注册日期", "所在省份", "地区"] as const;

export const WORDS = {
  place: "示例市",
  province: "示例省",
  organisation: "法人及非法人组织",
  authority: "示例市市场监督管理局",
  permitNumber: "示市监许〔{year}〕{n}号",
  penaltyNumber: "示市监罚〔{year}〕{n}号",
  fine: "罚款",
  warning: "警告",
  valid: "有效",
  fined: "责令改正，处罚款{yuan}元。",
  warned: "责令改正，给予警告。",
  proof: "缴款凭证",
  promise: "所交材料真实。",
  paid: "罚款已缴清。",
} as const;

export const SEVERITIES = ["一般", "一般", "轻微", "严重"] as const;
export const PERSONS = ["示某甲", "例某乙", "示某丙", "例某丁"] as const;

export const BRAND_FIRST = [
  ..."安百宝博昌超晨诚创达大德东鼎恒发飞丰福高冠光广海汉瀚浩合和恒宏华汇惠吉佳嘉建江杰金锦晋京景聚凯康科乐利联隆茂美民明铭鹏普启千庆全荣瑞润盛",
];
export const BRAND_SECOND = [
  ..."顺泰腾天通同旺维伟文祥翔新信兴旭雅亚扬耀业益毅银永友宇裕元远悦云运泽展兆振正志中众卓安邦博成达丰福贵海航宏华辉嘉健杰捷晶凯康兰朗",
];
export const TRADES = [
  "科技",
  "贸易",
  "建筑工程",
  "物流",
  "餐饮管理",
  "电子商务",
  "商贸",
  "机械设备",
  "信息技术",
  "食品",
  "医药",
  "环保科技",
  "文化传媒",
  "农业发展",
  "汽车服务",
  "房地产开发",
  "装饰工程",
  "纺织",
  "新能源",
  "教育咨询",
] as const;
export const FORMS = ["有限公司", "有限责任公司", "股份有限公司"] as const;

/** Title, category, certificate, content. */
export const PERMITS = [
  ["食品经营许可决定书", "普通", "食品经营许可证", "预包装食品销售；热食类食品制售"],
  ["食品生产许可决定书", "普通", "食品生产许可证", "糕点、饮料类食品生产"],
  ["特种设备使用登记决定书", "登记", "特种设备使用登记证", "承压类特种设备使用登记"],
  ["药品经营许可决定书", "普通", "药品经营许可证", "处方药、非处方药零售；仓库地址与经营地址一致"],
] as const;

/** Kind, facts, basis. */
export const OFFENCES = [
  [
    "生产经营标签不符合规定的食品",
    "经营的预包装食品标签未标明生产日期和保质期",
    "《中华人民共和国食品安全法》第一百二十五条第一款第二项",
  ],
  ["销售不合格产品", "销售的电线经检验不符合国家标准", "《中华人民共和国产品质量法》第四十九条"],
  ["虚假宣传", "在网页中对商品的性能作引人误解的商业宣传", "《中华人民共和国反不正当竞争法》第二十条"],
  ["未明码标价", "销售商品未按规定明码标价", "《中华人民共和国价格法》第四十二条"],
] as const;

/** The list on which the subjects of the figure `checks` stand. */
export const LIST_NAME = "拖欠农民工工资失信联合惩戒对象名单";
