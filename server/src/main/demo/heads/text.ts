// Column heads of the demo city's files: official names, 双公示 codes, layouts of older years and of one's own.

/** A column: the key by which rows are made, the official head, and the code of 2018 where one exists. */
export type Column = readonly [key: string, official: string, code?: string];

export const COLUMNS = {
  registration: [
    ["subjectName", "企业名称"], ["subjectCode", "统一社会信用代码"], ["registrationNo", "注册号"], ["kind", "企业类型"],
    ["registeredOn", "成立日期"], ["approvedOn", "核准日期"], ["status", "登记状态"], ["capital", "注册资本(万元)"],
    ["scope", "经营范围"], ["province", "所在省份"], ["region", "地区"], ["address", "住所"], ["authority", "登记机关"],
    ["representative", "法定代表人"],
  ],
  renames: [
    ["subjectName", "企业名称"], ["subjectCode", "统一社会信用代码"], ["registeredOn", "登记日期"], ["approvedOn", "变更核准日期"],
    ["formerName", "曾用名"], ["status", "登记状态"], ["authority", "登记机关"],
  ],
  permit: [
    ["subjectName", "行政相对人名称", "XK_XDR_MC"], ["counterpart", "行政相对人类别", "XK_XDR_LB"],
    ["subjectCode", "行政相对人代码_1(统一社会信用代码)", "XK_XDR_SHXYM"], ["representative", "法定代表人", "XK_FRDB"],
    ["documentTitle", "行政许可决定文书名称", "XK_XKWS"], ["documentNo", "行政许可决定文书号", "XK_WSH"], ["permitKind", "许可类别", "XK_XKLB"],
    ["certificateName", "许可证书名称", "XK_XKZS"], ["permitNo", "许可编号", "XK_XKBH"], ["content", "许可内容", "XK_NR"],
    ["decidedOn", "许可决定日期", "XK_JDRQ"], ["validFrom", "有效期自", "XK_YXQZ"], ["validUntil", "有效期至", "XK_YXQZI"],
    ["authority", "许可机关", "XK_XKJG"], ["authorityCode", "许可机关统一社会信用代码", "XK_XKJGDM"], ["currentStatus", "当前状态", "XK_ZT"],
    ["sourceUnit", "数据来源单位", "XK_LYDW"], ["sourceUnitCode", "数据来源单位统一社会信用代码", "XK_LYDWDM"],
  ],
  penalty: [
    ["subjectName", "行政相对人名称", "CF_XDR_MC"], ["counterpart", "行政相对人类别", "CF_XDR_LB"],
    ["subjectCode", "行政相对人代码_1(统一社会信用代码)", "CF_XDR_SHXYM"], ["representative", "法定代表人", "CF_FRDB"],
    ["documentNo", "行政处罚决定文书号", "CF_WSH"], ["offenceKind", "违法行为类型", "CF_WFXW"], ["offenceFacts", "违法事实", "CF_SY"],
    ["legalBasis", "处罚依据", "CF_YJ"], ["penaltyKinds", "处罚类别", "CF_CFLB"], ["content", "处罚内容", "CF_NR"],
    ["fine", "罚款金额(万元)", "CF_NR_FK"], ["confiscated", "没收违法所得、没收非法财物的金额(万元)", "CF_NR_WFFF"],
    ["decidedOn", "处罚决定日期", "CF_JDRQ"], ["validUntil", "处罚有效期", "CF_YXQ"], ["publicUntil", "公示截止期", "CF_GSJZQ"],
    ["authority", "处罚机关", "CF_CFJG"], ["authorityCode", "处罚机关统一社会信用代码", "CF_CFJGDM"],
    ["sourceUnit", "数据来源单位", "CF_SJLY"], ["sourceUnitCode", "数据来源单位统一社会信用代码", "CF_SJLYDM"],
    ["severity", "失信严重程度", "EXT_SXYZCD"], ["procedure", "处罚程序", "EXT_CFCX"], ["performance", "履行情况", "EXT_LXQK"],
  ],
  "coercive-measure": [
    ["subjectName", "主体名称"], ["subjectCode", "统一社会信用代码"], ["documentNo", "决定文书号"], ["measureKind", "强制种类"], ["content", "决定内容"],
    ["decidedOn", "决定日期"], ["validUntil", "期满日期"], ["authority", "决定机关"], ["authorityCode", "决定机关统一社会信用代码"], ["severity", "失信严重程度"],
  ],
  inspection: [
    ["subjectName", "主体名称"], ["subjectCode", "统一社会信用代码"], ["documentNo", "文书号"], ["inspectionKind", "检查类型"], ["content", "内容"],
    ["result", "检查结果"], ["decidedOn", "作出日期"], ["authority", "作出机关"], ["authorityCode", "作出机关统一社会信用代码"],
  ],
  "abnormal-operation": [
    ["subjectName", "企业名称"], ["subjectCode", "统一社会信用代码"], ["documentNo", "列入决定文书号"], ["authority", "作出决定机关(列入)"],
    ["decidedOn", "列入日期"], ["content", "列入经营异常名录原因"], ["removedOn", "移出日期"], ["removalReason", "移出原因"], ["removalAuthority", "作出决定机关(移出)"],
  ],
  "serious-list": [
    ["subjectName", "主体名称"], ["subjectCode", "统一社会信用代码"], ["listName", "名单名称"], ["documentNo", "决定文书号"], ["listingBasis", "列入依据"],
    ["content", "具体情形"], ["decidedOn", "认定日期"], ["validFrom", "有效期自"], ["validUntil", "有效期至"], ["authority", "认定机关"],
    ["authorityCode", "认定机关统一社会信用代码"], ["severity", "失信严重程度"], ["representative", "法定代表人"],
  ],
  "judgment-debtor": [
    ["subjectName", "被执行人名称"], ["subjectCode", "统一社会信用代码"], ["documentNo", "案号"], ["basisDocument", "执行依据文号"],
    ["obligation", "生效法律文书确定的义务"], ["performance", "被执行人履行情况"], ["content", "失信被执行人行为具体情形"], ["authority", "执行法院"],
    ["filedOn", "立案时间"], ["decidedOn", "决定日期"], ["publishedOn", "发布时间"], ["validUntil", "纳入期限届满日"],
  ],
  honour: [
    ["subjectName", "主体名称"], ["subjectCode", "统一社会信用代码"], ["documentNo", "表彰文号"], ["content", "荣誉名称"], ["level", "荣誉级别"],
    ["authority", "授予单位"], ["decidedOn", "授予日期"], ["validUntil", "有效期至"],
  ],
  rating: [
    ["subjectName", "主体名称"], ["subjectCode", "统一社会信用代码"], ["industry", "评价领域"], ["aspect", "评价类型"], ["content", "评价等级"], ["score", "评价得分"],
    ["period", "评价年度"], ["authority", "评价机关"], ["decidedOn", "评价日期"], ["validUntil", "有效期至"],
  ],
  commitment: [
    ["subjectName", "主体名称"], ["subjectCode", "统一社会信用代码"], ["documentNo", "承诺编号"], ["commitmentKind", "承诺类型"], ["content", "承诺事由"],
    ["decidedOn", "作出日期"], ["validUntil", "履行期限"], ["authority", "受理单位"], ["performance", "履约状态"],
  ],
  /** 2016 年版行政处罚字段，配 penalty-2016 映射。 */
  "penalty-2016": [
    ["documentNo", "CF_WSH"], ["offenceKind", "CF_CFMC"], ["penaltyKinds", "CF_CFLB1"], ["offenceFacts", "CF_SY"], ["legalBasis", "CF_YJ"],
    ["subjectName", "CF_XDR_MC"], ["subjectCode", "CF_XDR_SHXYM"], ["representative", "CF_FR"], ["content", "CF_JG"], ["decidedOn", "CF_JDRQ"],
    ["authority", "CF_XZJG"], ["regionCode", "DFBM"], ["publicUntil", "CF_GSJZQ"], ["severity", "CF_SXYZCD"],
  ],
  /** 登记名册(简)，配 registry-slim 映射。 */
  "registry-slim": [
    ["subjectName", "企业名称"], ["subjectCode", "统一社会信用代码"], ["registeredOn", "注册日期"], ["province", "所在省份"], ["region", "地区"],
  ],
  /** 公路建设市场信用评价结果表，配 highway-ratings 映射。 */
  "highway-ratings": [
    ["subjectName", "corpName"], ["subjectCode", "creditCode"], ["aspect", "companyType"], ["period", "periodCode"], ["content", "evaGrade"], ["score", "doScore"],
  ],
  /** 生态环境处罚公开汇总表(旧)，配 shandong-env 映射；列名中的换行与空格照旧样。 */
  "shandong-env": [
    ["sequence", "序列"], ["subjectName", "企业\n名称"], ["subjectCode", "统一社会信用代码"], ["city", "所属地市"], ["district", "所属区县"],
    ["decidedOn", "处罚公布 时间"], ["offenceFacts", "存在问题"], ["content", "处理情况"], ["fineYuan", "罚款"], ["documentNo", "标题"], ["remark", "备注"],
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

/** Sheets and rows that forms carry above and below their heads. */
export const FORM_PARTS = {
  sheet: "公示信息", title: "{department}{entry}信息公示表", explanation: "填表说明：本表由{department}填报，日期写作2026-09-09的形式，金额单位为万元。",
} as const;
