// Words that the demo city's names are made of, and what loading it says. Invented; no real firm bears such a name.

/** Districts of the demo city by GB/T 2260 shape; the first stands for the city itself. */
export const DISTRICTS = [
  { region: "990100", zh: "示例市", streets: ["中心大道", "环城东路", "文昌街", "信义路", "望湖路"] },
  { region: "990101", zh: "示例市东山区", streets: ["东山大道", "松涛路", "书院巷", "晨曦街"] },
  { region: "990102", zh: "示例市西河区", streets: ["西河路", "渡口街", "芦苇巷", "长堤路"] },
  { region: "990121", zh: "示例市南湖县", streets: ["湖滨路", "稻香街", "渔火巷", "南岸路"] },
] as const;

/** First and second syllables of invented brands. */
export const BRAND_FIRST = [
  ..."澄砚溪朴屿蘅沄棠岑霁蔚旻皓衍峤泓珩翊湛绥昀苒璟穗禾岫澹筠霖沐翎恺檀樨祺煦榆柏苏葭芃蓁菁荻荟茗莞萱蘩",
] as const;
export const BRAND_SECOND = [
  ..."岸舟帆隅川亭野渡汀原坡林台桥湾石井木云田桐柯畔舍岭圃堰墨笙籁曦朗弈辰尧序谦和恒启拓钧铭翰庭庐栖",
] as const;
/** Rare characters of real names: one of the basic plane, one beyond it. */
export const BRAND_RARE = ["䶮昱", "𠮷川", "犇森", "㛃岚", "𬭎禾", "喆䶮"] as const;

/** Full-width brackets, as most registers write them. */
export const BRACKETS = ["（", "）"] as const;

/** Industry words with a scope of business each. */
export const INDUSTRIES = [
  ["环境工程", "环境污染治理设施运营；环保设备安装；环境监测服务"],
  ["机械制造", "通用机械设备制造、销售；金属结构加工"],
  ["食品", "食品生产；预包装食品销售"],
  ["建筑工程", "房屋建筑工程施工；市政公用工程施工；劳务分包"],
  ["物流", "道路普通货物运输；仓储服务；货运代理"],
  ["信息技术", "软件开发；信息系统集成；数据处理服务"],
  ["医疗器械", "第二类医疗器械销售；医疗器械维修"],
  ["农业发展", "农作物种植、销售；农业技术推广"],
  ["商贸", "日用百货、五金交电、建筑材料批发零售"],
  ["餐饮管理", "餐饮服务；餐饮企业管理"],
  ["文化传播", "文化艺术交流策划；会议及展览服务"],
  ["人力资源", "职业中介；劳务派遣；人力资源外包"],
  ["化工", "化工产品销售；涂料制造"],
  ["纺织", "针纺织品、服装生产与销售"],
  ["新能源科技", "光伏设备安装；储能技术开发"],
  ["物业服务", "物业管理；保洁服务；停车场管理"],
  ["教育咨询", "教育信息咨询；办公用品销售"],
  ["建材", "水泥制品、砖瓦、石材销售"],
  ["旅行社", "国内旅游业务；入境旅游业务"],
  ["生物科技", "生物技术推广；化妆品销售"],
] as const;

export const ENTERPRISE_FORMS = [
  "有限公司",
  "有限公司",
  "有限公司",
  "有限责任公司",
  "股份有限公司",
  "合伙企业（有限合伙）",
  "(集团)有限公司",
] as const;
export const ENTERPRISE_KINDS = {
  limited: "有限责任公司(自然人投资或控股)",
  joint: "股份有限公司(非上市)",
  partnership: "有限合伙企业",
  group: "有限责任公司(法人独资)",
} as const;
export const SHOP_TRADES = [
  "小吃店",
  "便利店",
  "理发店",
  "五金店",
  "汽车修理部",
  "水果店",
  "服装店",
  "药店",
  "家常菜馆",
  "打印社",
  "农资经营部",
  "茶叶店",
] as const;
export const SHOP_OWNERS_MARK = ["老", "小", "阿", "大"] as const;
export const COOPERATIVE_TRADES = ["蔬菜种植", "水稻种植", "生猪养殖", "果品", "茶叶", "农机服务", "食用菌"] as const;
export const INSTITUTION_WORDS = [
  "第一小学",
  "第二中学",
  "人民医院",
  "图书馆",
  "博物馆",
  "农业技术推广中心",
  "环境监测站",
  "公证处",
  "不动产登记中心",
  "疾病预防控制中心",
  "水文站",
  "园林管理处",
] as const;
export const ORGAN_WORDS = [
  "司法局",
  "审计局",
  "财政局",
  "统计局",
  "林业局",
  "信访局",
  "档案局",
  "体育局",
  "粮食和物资储备局",
  "街道办事处",
] as const;
export const PLACE_WORDS = [
  "东桥",
  "西岭",
  "南塘",
  "北坡",
  "石桥",
  "柳溪",
  "荷塘",
  "竹林",
  "枫树",
  "白沙",
  "青龙",
  "黄泥",
  "云台",
  "双河",
  "三岔",
  "五里",
  "七星",
  "九曲",
  "松岗",
  "梅园",
] as const;
export const SOCIAL_FORMS = { "51": "行业协会", "52": "服务中心", "53": "慈善基金会" } as const;
export const NAME_PARTS = {
  cooperative: "专业合作社",
  lawFirm: "律师事务所",
  union: "工会委员会",
  village: "村民委员会",
  collective: "股份经济合作社",
  branch: "第{n}分公司",
  city: "示例市",
} as const;

/** Family and given names for columns that the platform receives and does not keep. */
export const PERSON_FAMILY = [..."赵钱孙李周吴郑王冯陈"] as const;
export const PERSON_GIVEN = ["示甲", "示乙", "示丙", "示丁", "例一", "例二", "例三"] as const;

export const REGISTRATION_STATES = ["存续", "存续", "存续", "存续", "在营", "在业", "注销"] as const;
export const PROVINCE = "示例省";

/** Subjects that tests and pictures know by name. */
export const CAST_NAMES = {
  known: "示例市澄岸环境工程有限公司",
  knownFormer: "示例市澄岸市政养护有限公司",
  enterprise: "示例市云岭机械制造有限公司",
  bank: "示例市商业银行股份有限公司",
  subscriber: "示例市信用评估服务有限公司",
  shop: "示例市东山区老樟树小吃店",
  nothing: "示例市静隅文化传播有限公司",
  long: "示例市𠮷川䶮昱（国际）新能源科技研究开发与产业化应用推广服务(集团)股份有限公司东山区第二分公司",
  listed: "示例市岫野建筑劳务有限公司",
  many: "示例市穗原食品有限公司",
  everything: "示例市汀原化工有限责任公司",
  provisional: "示例市未登渡商贸有限公司",
  twin: "示例市阿福商贸有限公司",
  unsound: "示例市砚石建材有限公司",
} as const;

/** What loading the city says, one line a file. */
export const LOAD_SAYINGS = {
  file: "示例数据 {percent}%  {title}：{received} 行，入库 {accepted}，疑问 {quarantined}，退回 {rejected}",
  month:
    "示例数据 {percent}%  {month} 各单位按期报送：{files} 份文件，{received} 行，入库 {accepted}，疑问 {quarantined}，退回 {rejected}",
  refused: "示例数据 {percent}%  {title}：未能接收（{reason}）",
  declared: "示例数据 100%  各单位已声明完整性：{count} 项",
} as const;

/** Kinds of files in progress lines. */
export const FILE_TITLES = {
  subjects: "{department} 登记名册",
  newSubjects: "{department} 登记名册（近期新设）",
  renames: "{department} 名称变更",
  newRenames: "{department} 名称变更（近期）",
  bulk: "{department} {entry}",
  base: "{department} {entry}（建库时一次补报）",
  weekly: "{department} {entry}（按期报送）",
  second: "{department} {entry}（转报其他机关决定）",
  recent: "{department} {entry}（近期）",
  cast: "{department} {entry}（示例主体）",
  awkward: "{department} {entry}（疑难数据）",
  old: "{department} {entry}（旧版式）",
} as const;
export const ENTRY_TITLES: Readonly<Record<string, string>> = {
  registration: "登记",
  permit: "行政许可",
  penalty: "行政处罚",
  "coercive-measure": "行政强制",
  inspection: "监督检查",
  "abnormal-operation": "经营异常名录",
  "serious-list": "严重失信主体名单",
  "judgment-debtor": "失信被执行人",
  honour: "荣誉",
  rating: "信用评价",
  commitment: "信用承诺",
};

/** A written sum: numerals and units of 大写. */
export const SUM_DIGITS = [..."零壹贰叁肆伍陆柒捌玖"] as const;
export const SUM_UNITS = ["", "拾", "佰", "仟"] as const;
export const SUM_GROUPS = ["", "万", "亿"] as const;
export const SUM_END = "元整";

export const HIGHWAY = { aspects: ["施工", "设计", "监理"], grades: ["AA", "A", "B", "C"] } as const;
export const OLD_TABLE = { city: "示例市", district: "东山区" } as const;
export const COMMITMENT_STATES = ["已履约", "履约中", "已履约"] as const;
export const HONOUR_LEVELS = ["市级", "市级", "省级"] as const;

/** What the two cases of listings say: 示例，事实均为虚构. */
export const CASE_WORDS = {
  receipt: "送达回证（示例）",
  consequences:
    "示例：列入以后依法向社会公示，在政府采购、授予荣誉等事项中依规定受到限制；退出条件和救济途径见本告知书。",
  concluded: {
    facts: "示例：销售不符合食品安全标准的食品，情节严重，受到吊销许可证的行政处罚。",
    evidence: "行政处罚决定书（示例）",
    reasons: "示例：事实清楚、证据充分；告知以后当事人没有陈述申辩。决定列入。",
  },
  running: {
    facts: "示例：逾期没有公示上一年度年度报告，经责令仍未公示。",
    evidence: "责令限期公示通知书（示例）",
  },
} as const;
