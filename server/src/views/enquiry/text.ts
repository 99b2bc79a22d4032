// Every Chinese string of the pages of enquiry.

/** What a phase says to whoever holds the code: what it is, and what can be done now. */
interface PhaseWords {
  readonly name: string;
  readonly next: string;
}

const over = "办结。对结果不服的，救济途径和期限见送达的文书。";

export const text = {
  guide: "信用修复指南",
  progress: {
    title: "修复办理进度",
    lead: "凭申请时得到的查询码查询，不需要登录，不显示主体名称。",
    form: "查询码",
    formNote: "20 位，数字 0 至 9 和字母 a 至 f；在申请人的信用修复页面和受理通知书上。",
    code: "查询码",
    codeHint: "空格和大小写不影响查询。",
    button: "查询",
    unknown: "没有这个查询码。请核对以后再查。",
    result: "进度",
    resultNote: "查询结果不是送达，也不是证明；以作出决定的机关送达的文书为准。",
    phase: "现在",
    appliedOn: "申请日",
    due: "办理期限至",
    left: "还有",
    leftDays: (days: number): string => `${days} 个工作日`,
    late: (days: number): string => `已逾期 ${days} 个工作日。逾期不是不予修复；已经催办，仍须作出决定。`,
    closedOn: "办结日",
    next: "接下来",
    noDue: "没有正在计算的期限",
    phases: {
      submitted: { name: "已提交，等待受理", next: "由作出决定的机关决定是否受理。" },
      "need-more": { name: "待补正", next: "请按补正通知补交材料，期限从补交以后重新计算。" },
      accepted: { name: "已受理，正在办理", next: "由作出决定的机关作出决定，须经两人。" },
      "not-accepted": { name: "不予受理", next: over },
      shielded: { name: "暂时屏蔽", next: "在法院文书所定的期限内停止公示，期满自动恢复，或者另作修复决定。" },
      repaired: { name: "已修复", next: "公示已经停止，各渠道同时生效；仍能看到的，可以提出异议。" },
      refused: { name: "不予修复", next: "办结。理由、可以补救之处和救济途径见送达的文书。" },
      revoked: { name: "修复已被撤销", next: over },
      withdrawn: { name: "申请人已撤回", next: "办结。条件具备的，可以再次申请。" },
    } as Readonly<Record<string, PhaseWords>>,
  },
  verify: {
    title: "修复文书核验",
    lead: "核对一份信用修复文书是不是由本站签发、是不是一字未改。",
    form: "文书号和校验值",
    formNote: "都印在文书下方。",
    number: "文书号",
    numberHint: "照抄，包括括号，如“示市监信修字〔2026〕1号”。",
    digest: "校验值",
    digestHint: "64 位；空格和大小写不影响核验。",
    button: "核验",
    numberFault: "请填写文书号。",
    digestFault: "校验值是 64 位数字 0 至 9 和字母 a 至 f。",
    result: "核验结果",
    resultNote: "只回答这个文书号和这个校验值是否一同签发过，不显示文书内容。",
    genuine: "真实：这份文书由本站签发，校验值与签发时一致。",
    genuineMore: "没有核对的：纸面上的文字是否与签发时相同。请在申请页面打开原件比对，或者按规范重新计算校验值。",
    unknown: "查无此件：本站没有签发过这个文书号与校验值的文书。",
    unknownMore: "可能抄错，也可能不是本站签发的。请向文书所署的机关核实；不要凭这份文书付款，修复不收任何费用。",
    progress: "查询办理进度",
  },
} as const;
