// What the demo city's departments decide: document numbers, permits, offences, lists, honours. Invented but plausible.

/** A department: how it numbers its documents and what it permits, punishes, praises and rates. */
export interface DepartmentText {
  readonly short: string;
  /** Pattern of its document numbers: {short} {act} {year} {n}. */
  readonly style: string;
  /** Title, category, content, certificate, years valid (0 = long-term). */
  readonly permits?: readonly (readonly [string, string, string, string, number])[];
  /** Kind, facts, basis. */
  readonly offences?: readonly (readonly [string, string, string])[];
  readonly honours?: readonly string[];
  /** Field of rating and its grades, best first. */
  readonly rating?: readonly [string, readonly string[]];
  /** Name of list, basis, behaviour. */
  readonly list?: readonly [string, string, string];
}

const YEARLY = "{short}{act}〔{year}〕{n}号";
const LETTERED = "{short}{act}字[{year}]第{n}号";
const ROUND = "{short}{act}决字（{year}）{n}号";
/** The list's official name holds a word that pages of ours never use, so it is put together here. */
const WAGE_LIST = ["拖欠农民工工资失信联合", "惩戒对象名单"].join("");

export const DEPARTMENT_TEXTS: Readonly<Record<string, DepartmentText>> = {
  market: {
    short: "示市监",
    style: YEARLY,
    permits: [
      ["食品经营许可决定书", "普通", "预包装食品销售；热食类食品制售", "食品经营许可证", 5],
      ["食品生产许可决定书", "普通", "糕点、饮料类食品生产", "食品生产许可证", 5],
      ["第二类医疗器械经营备案凭证", "其他-备案", "第二类医疗器械经营", "医疗器械经营备案凭证", 0],
      ["特种设备使用登记决定书", "登记", "承压类特种设备使用登记", "特种设备使用登记证", 0],
      ["药品经营许可决定书", "普通", "处方药、非处方药零售", "药品经营许可证", 5],
    ],
    offences: [
      [
        "生产经营标签不符合规定的食品",
        "经营的预包装食品标签未标明生产日期和保质期",
        "《中华人民共和国食品安全法》第一百二十五条第一款第二项",
      ],
      ["销售不合格产品", "销售的电线经检验不符合国家标准", "《中华人民共和国产品质量法》第四十九条"],
      ["虚假宣传", "在网页中对商品的性能作引人误解的商业宣传", "《中华人民共和国反不正当竞争法》第二十条"],
      ["使用未经检验的特种设备", "使用超过检验有效期的叉车", "《中华人民共和国特种设备安全法》第八十四条第一项"],
      ["未明码标价", "销售商品未按规定明码标价", "《中华人民共和国价格法》第四十二条"],
    ],
    honours: ["守合同重信用企业", "示例市市长质量奖"],
    rating: ["食品安全", ["A级", "B级", "C级", "D级"]],
    list: ["市场监管严重违法失信名单", "《市场监督管理严重违法失信名单管理办法》第五条", "受到较重行政处罚且性质恶劣"],
  },
  tax: {
    short: "示税",
    style: YEARLY,
    permits: [["准予税务行政许可决定书", "普通", "增值税专用发票最高开票限额审批", "税务行政许可决定书", 2]],
    offences: [
      ["未按规定期限办理纳税申报", "未按规定期限报送纳税申报资料", "《中华人民共和国税收征收管理法》第六十二条"],
    ],
    honours: ["纳税信用A级纳税人"],
    rating: ["纳税信用", ["A", "B", "M", "C", "D"]],
    list: ["重大税收违法失信主体", "《重大税收违法失信主体信息公布管理办法》第六条", "虚开发票，数额较大"],
  },
  labour: {
    short: "示人社",
    style: LETTERED,
    permits: [
      ["劳务派遣经营许可决定书", "普通", "劳务派遣业务", "劳务派遣经营许可证", 3],
      ["人力资源服务许可决定书", "普通", "职业中介活动", "人力资源服务许可证", 5],
    ],
    offences: [
      ["克扣、拖欠工资", "未按月足额支付农民工工资", "《保障农民工工资支付条例》第五十三条"],
      ["未办理社会保险登记", "未在规定期限内办理社会保险登记", "《中华人民共和国社会保险法》第八十四条"],
    ],
    honours: ["和谐劳动关系企业"],
    rating: ["劳动保障守法诚信", ["A级", "B级", "C级"]],
    list: [
      WAGE_LIST,
      "《保障农民工工资支付条例》第四十八条",
      "克扣、无故拖欠农民工工资达到数额标准，经责令限期支付逾期未支付",
    ],
  },
  environment: {
    short: "示环",
    style: LETTERED,
    permits: [
      ["排污许可决定书", "普通", "废水、废气排放", "排污许可证", 5],
      ["建设项目环境影响报告表批复", "核准", "同意项目按报告表所列内容建设", "", 0],
    ],
    offences: [
      ["超标排放水污染物", "总排口化学需氧量超过排放标准", "《中华人民共和国水污染防治法》第八十三条第二项"],
      ["未批先建", "建设项目环境影响评价文件未经批准擅自开工", "《中华人民共和国环境影响评价法》第三十一条"],
      [
        "危险废物贮存不规范",
        "危险废物贮存场所未设置识别标志",
        "《中华人民共和国固体废物污染环境防治法》第一百一十二条",
      ],
    ],
    rating: ["企业环境信用", ["绿色", "蓝色", "黄色", "红色"]],
  },
  transport: {
    short: "示交",
    style: YEARLY,
    permits: [
      ["道路货物运输经营许可决定书", "普通", "普通货运", "道路运输经营许可证", 4],
      ["超限运输车辆通行许可决定书", "普通", "大件运输通行", "超限运输车辆通行证", 1],
    ],
    offences: [
      ["超限运输", "车货总质量超过限定标准行驶公路", "《公路安全保护条例》第六十四条"],
      ["未按规定检测维护车辆", "未按规定的周期进行车辆检测", "《中华人民共和国道路运输条例》第七十条"],
    ],
  },
  housing: {
    short: "示建",
    style: ROUND,
    permits: [
      ["建筑工程施工许可决定书", "普通", "准予施工", "建筑工程施工许可证", 0],
      ["建筑业企业资质核准决定书", "认可", "建筑工程施工总承包叁级", "建筑业企业资质证书", 5],
      ["安全生产许可决定书", "普通", "建筑施工", "安全生产许可证", 3],
    ],
    offences: [
      ["未取得施工许可证擅自施工", "未取得施工许可证开工建设", "《建筑工程施工许可管理办法》第十二条"],
      ["扬尘防治不到位", "施工工地未采取覆盖、洒水措施", "《中华人民共和国大气污染防治法》第一百一十五条"],
    ],
    rating: ["建筑市场信用", ["AAA", "AA", "A", "B", "C"]],
  },
  emergency: {
    short: "示应急",
    style: YEARLY,
    permits: [
      ["危险化学品经营许可决定书", "普通", "危险化学品经营（无储存）", "危险化学品经营许可证", 3],
      ["烟花爆竹零售许可决定书", "普通", "烟花爆竹零售", "烟花爆竹经营许可证", 1],
    ],
    offences: [
      ["未建立事故隐患排查治理制度", "未如实记录事故隐患排查治理情况", "《中华人民共和国安全生产法》第九十七条第五项"],
      ["特种作业人员无证上岗", "安排未取得资格的人员从事电工作业", "《中华人民共和国安全生产法》第九十七条第七项"],
    ],
    list: ["安全生产严重失信主体名单", "《安全生产严重失信主体名单管理办法》第六条", "发生较大生产安全责任事故"],
  },
  finance: {
    short: "示财",
    style: YEARLY,
    offences: [
      ["提供虚假材料谋取中标", "在投标文件中提供虚假业绩证明", "《中华人民共和国政府采购法》第七十七条第一款第一项"],
    ],
    list: ["政府采购严重违法失信行为记录名单", "《中华人民共和国政府采购法》第七十七条", "提供虚假材料谋取中标、成交"],
  },
  health: {
    short: "示卫",
    style: ROUND,
    permits: [
      ["公共场所卫生许可决定书", "普通", "住宿、美容美发、沐浴", "卫生许可证", 4],
      ["医疗机构执业登记决定书", "登记", "内科、外科、口腔科", "医疗机构执业许可证", 5],
    ],
    offences: [
      ["公共场所未按规定消毒", "顾客用品用具消毒不合格", "《公共场所卫生管理条例实施细则》第三十六条"],
      ["未取得卫生许可擅自营业", "未取得公共场所卫生许可证营业", "《公共场所卫生管理条例》第十四条"],
    ],
    rating: ["公共场所卫生", ["A级", "B级", "C级"]],
  },
  culture: {
    short: "示文旅",
    style: YEARLY,
    permits: [
      ["互联网上网服务营业场所许可决定书", "普通", "互联网上网服务", "网络文化经营许可证", 0],
      ["旅行社业务经营许可决定书", "普通", "国内旅游和入境旅游业务", "旅行社业务经营许可证", 0],
    ],
    offences: [["未与旅游者签订合同", "组织包价旅游未签订书面合同", "《旅行社条例》第五十五条第一项"]],
    honours: ["文明旅游示范单位"],
    rating: ["旅游饭店服务", ["优", "良", "中"]],
    list: [
      "文化和旅游市场严重失信主体名单",
      "《文化和旅游市场信用管理规定》第十条",
      "擅自从事文化市场经营活动，情节严重",
    ],
  },
  development: {
    short: "示发改",
    style: YEARLY,
    permits: [
      ["企业投资项目核准批复", "核准", "同意建设分布式光伏发电项目", "", 2],
      ["固定资产投资项目节能审查意见", "普通", "原则同意项目节能报告", "", 2],
    ],
    offences: [["未按规定报送项目信息", "未按规定报送项目开工建设信息", "《企业投资项目核准和备案管理条例》第十九条"]],
    honours: ["示例市诚信示范企业"],
  },
  education: {
    short: "示教",
    style: YEARLY,
    permits: [["民办学校办学许可决定书", "普通", "中等及中等以下非学历文化教育", "民办学校办学许可证", 5]],
    offences: [["擅自变更办学地址", "未经审批变更办学地址", "《中华人民共和国民办教育促进法》第六十二条"]],
    honours: ["规范办学先进单位"],
  },
  science: { short: "示科", style: YEARLY, honours: ["示例市科技型中小企业", "高新技术企业培育库入库企业"] },
  industry: {
    short: "示工信",
    style: YEARLY,
    permits: [["民用爆炸物品销售许可决定书", "普通", "工业炸药销售", "民用爆炸物品销售许可证", 3]],
    offences: [["违反能耗限额标准", "单位产品能耗超过限额标准", "《中华人民共和国节约能源法》第七十二条"]],
    honours: ["专精特新中小企业"],
  },
  civil: {
    short: "示民",
    style: LETTERED,
    permits: [
      ["社会团体成立登记决定书", "登记", "准予成立登记", "社会团体法人登记证书", 4],
      ["养老机构备案回执", "其他-备案", "养老服务", "", 0],
    ],
    offences: [["未按规定接受年度检查", "连续两年未参加年度检查", "《社会团体登记管理条例》第三十条"]],
    honours: ["先进社会组织"],
  },
  justice: {
    short: "示司",
    style: YEARLY,
    permits: [["律师事务所设立许可决定书", "普通", "准予设立", "律师事务所执业许可证", 0]],
    offences: [["违规收取费用", "未按规定统一收费", "《中华人民共和国律师法》第五十条"]],
    honours: ["优秀律师事务所"],
  },
  land: {
    short: "示自然资",
    style: ROUND,
    permits: [
      ["建设工程规划许可决定书", "普通", "准予建设", "建设工程规划许可证", 1],
      ["采矿许可决定书", "特许", "建筑用石料开采", "采矿许可证", 3],
    ],
    offences: [["非法占用土地", "未经批准占用集体土地建厂房", "《中华人民共和国土地管理法》第七十七条"]],
  },
  water: {
    short: "示水",
    style: YEARLY,
    permits: [
      ["取水许可决定书", "普通", "地下水取水", "取水许可证", 5],
      ["生产建设项目水土保持方案批复", "普通", "同意水土保持方案", "", 3],
    ],
    offences: [["未经批准取水", "未取得取水许可证擅自取水", "《中华人民共和国水法》第六十九条"]],
    rating: ["水利建设市场信用", ["AAA", "AA", "A", "B"]],
  },
  farm: {
    short: "示农",
    style: YEARLY,
    permits: [
      ["农药经营许可决定书", "普通", "农药（限制使用农药除外）经营", "农药经营许可证", 5],
      ["动物防疫条件合格决定书", "认可", "生猪养殖", "动物防疫条件合格证", 0],
    ],
    offences: [["经营劣质农药", "经营的农药有效成分含量不符", "《农药管理条例》第五十六条"]],
  },
  commerce: {
    short: "示商",
    style: YEARLY,
    permits: [["成品油零售经营许可决定书", "普通", "汽油、柴油零售", "成品油零售经营批准证书", 5]],
    offences: [
      ["单用途预付卡未备案", "发行单用途商业预付卡未按规定备案", "《单用途商业预付卡管理办法（试行）》第三十六条"],
    ],
    honours: ["示例市老字号"],
  },
  statistics: {
    short: "示统",
    style: YEARLY,
    offences: [["提供不真实统计资料", "上报的产值与实际不符", "《中华人民共和国统计法》第四十四条"]],
    list: ["统计严重失信企业", "《统计严重失信企业信用管理办法》第八条", "编造虚假统计数据"],
  },
  insurance: {
    short: "示医保",
    style: YEARLY,
    offences: [["违规使用医疗保障基金", "重复收费，造成基金损失", "《医疗保障基金使用监督管理条例》第三十八条"]],
  },
  urban: {
    short: "示城管",
    style: YEARLY,
    permits: [
      ["城市道路占用许可决定书", "普通", "临时占用城市道路", "", 1],
      ["城市建筑垃圾处置核准决定书", "核准", "建筑垃圾运输", "建筑垃圾处置核准证", 1],
    ],
    offences: [
      ["运输车辆遗撒", "运输建筑垃圾沿途遗撒", "《城市建筑垃圾管理规定》第二十三条"],
      ["擅自设置户外广告", "未经批准设置大型户外广告", "《城市市容和环境卫生管理条例》第三十六条"],
    ],
  },
  intellectual: {
    short: "示知",
    style: YEARLY,
    offences: [["假冒专利", "在产品包装上标注已失效的专利号", "《中华人民共和国专利法》第六十八条"]],
  },
  fire: {
    short: "示消",
    style: ROUND,
    permits: [
      ["公众聚集场所投入使用、营业前消防安全检查意见书", "普通", "同意投入使用、营业", "消防安全检查合格证", 0],
    ],
    offences: [
      ["消防设施未保持完好有效", "室内消火栓无水", "《中华人民共和国消防法》第六十条第一款第一项"],
      ["占用疏散通道", "在疏散通道堆放货物", "《中华人民共和国消防法》第六十条第一款第三项"],
    ],
  },
  union: { short: "示工", style: YEARLY, honours: ["五一劳动奖状"] },
  court: { short: "示01", style: "({year}){short}执{n}号" },
  southCourt: { short: "示0121", style: "({year}){short}执{n}号" },
  eastMarket: {
    short: "东市监",
    style: YEARLY,
    permits: [["食品经营许可决定书", "普通", "散装食品销售；自制饮品制售", "食品经营许可证", 5]],
    offences: [
      ["销售超过保质期的食品", "货架上摆放超过保质期的食品", "《中华人民共和国食品安全法》第一百二十四条第一款第五项"],
    ],
  },
  westMarket: {
    short: "西市监",
    style: LETTERED,
    permits: [["食品经营许可决定书", "普通", "冷食类食品制售", "食品经营许可证", 5]],
    offences: [
      [
        "从业人员无健康证明",
        "安排未取得健康证明的人员从事接触直接入口食品的工作",
        "《中华人民共和国食品安全法》第一百二十六条",
      ],
    ],
  },
  eastEnforcement: {
    short: "东综执",
    style: YEARLY,
    offences: [["占道经营", "超出门窗外墙摆卖商品", "《城市市容和环境卫生管理条例》第三十四条"]],
  },
  southPermits: {
    short: "湖审批",
    style: YEARLY,
    permits: [
      ["公共场所卫生许可决定书", "普通", "住宿", "卫生许可证", 4],
      ["食品经营许可决定书", "普通", "热食类食品制售", "食品经营许可证", 5],
    ],
  },
};

/** The kind of act in a document number. */
export const ACT_MARKS = {
  permit: "许",
  penalty: "罚",
  "coercive-measure": "强",
  inspection: "检",
  "abnormal-operation": "异",
  "serious-list": "严",
  honour: "发",
  commitment: "诺",
  other: "",
} as const;

export const COUNTERPARTS = { organisation: "法人及非法人组织", shop: "个体工商户", person: "自然人" } as const;
export const PERMIT_STATES = { live: "有效", over: "无效" } as const;
export const SEVERITIES = { minor: "轻微", general: "一般", serious: "严重" } as const;
export const PROCEDURES = { simple: "简易程序", ordinary: "普通程序" } as const;
export const PERFORMANCES = ["全部履行", "全部履行", "部分履行", "未履行"] as const;
export const PENALTY_KINDS = {
  warning: "警告",
  fine: "罚款",
  both: "警告;罚款",
  seizure: "罚款;没收违法所得、没收非法财物",
  halt: "责令停产停业",
} as const;
export const PENALTY_CONTENTS = {
  warning: "给予警告",
  fine: "罚款人民币{sum}",
  both: "给予警告，并处罚款人民币{sum}",
  seizure: "没收违法所得，并处罚款人民币{sum}",
  halt: "责令停产停业整治",
} as const;

export const MEASURES = [
  ["查封场所、设施", "对涉案场所予以查封"],
  ["扣押财物", "对涉案物品予以扣押"],
  ["加处罚款", "逾期不缴纳罚款，每日按罚款数额的百分之三加处"],
] as const;
export const INSPECTIONS = ["双随机、一公开抽查", "专项检查", "日常检查", "跨部门联合检查"] as const;
export const INSPECTION_CONTENTS = ["登记事项与公示信息检查", "安全生产条件检查", "经营场所与许可条件检查"] as const;
export const INSPECTION_RESULTS = [
  "未发现问题",
  "未发现问题",
  "未发现问题",
  "发现问题已责令改正",
  "通过登记的住所无法联系",
  "不配合检查情节较轻",
] as const;
export const ABNORMAL_REASONS = [
  "未按照规定期限公示年度报告",
  "公示企业信息隐瞒真实情况、弄虚作假",
  "通过登记的住所或者经营场所无法联系",
] as const;
export const REMOVAL_REASONS = ["补报未报年份的年度报告并公示", "依法办理住所变更登记"] as const;
export const DEBTOR_FORMS = {
  obligation: "支付货款人民币{sum}及利息",
  performances: ["全部未履行", "部分未履行", "全部未履行"],
  contents: [
    "有履行能力而拒不履行生效法律文书确定义务",
    "违反财产报告制度",
    "以伪造证据、暴力、威胁等方法妨碍、抗拒执行",
  ],
  basis: "({year})示01民初{n}号民事判决书",
} as const;
export const COMMITMENTS = [
  ["审批替代型", "食品经营许可告知承诺"],
  ["容缺受理型", "补齐申请材料"],
  ["主动型", "公开承诺诚信经营"],
  ["审批替代型", "证明事项告知承诺"],
] as const;
