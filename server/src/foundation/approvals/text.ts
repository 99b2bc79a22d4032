// Every Chinese string of the approvals.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { ApprovalCommand } from "./rules.ts";

export const commandTexts: Readonly<Record<ApprovalCommand, string>> = {
  "batch.withdraw": "撤回批次",
  "question.accept": "疑问数据入库",
  "batch.release": "放行待复核批次",
  "batch.carry-over": "接收旧平台数据",
  "client.register": "登记接口密钥",
  "client.rotate": "更换接口密钥",
  "check.batch": "批量核对",
  "subscription.grant": "登记订阅单位",
  "endpoint.register": "登记推送地址",
  "withdrawal.name": "公布逾期未更新的订阅单位",
  "policy.release": "发布规则",
  "policy.withdraw": "撤销未生效的规则发布",
  "account.create": "开立账户",
  "account.role": "变更账户角色",
  "account.unfreeze": "解除账户冻结",
  "account.close": "停用账户",
};

export const approvalTexts: RefusalTexts = {
  "approvals.unknown": { title: "没有这件待办", detail: "申请不存在，或不属于本单位。" },
  "approvals.role": { title: "角色无此权限", detail: "当前账户的角色不能提出或复核此类申请。" },
  "approvals.person-needed": { title: "须由自然人办理", detail: "接口密钥不能提出或复核申请。" },
  "approvals.second-person": {
    title: "须由第二人办理",
    detail: "提出人和原报送人不能复核自己的事项；同一人的另一账户也不行。",
    cure: "请由本单位另一人复核。",
  },
  "approvals.not-yours": { title: "只能撤销自己的申请" },
  "approvals.reason-needed": { title: "须写明理由" },
  "approvals.document-needed": { title: "须填写依据文书编号" },
  "approvals.already-open": { title: "已有同一事项待复核", cure: "请先办结原申请。" },
  "approvals.decided": { title: "申请已经办结" },
  "approvals.lapsed": { title: "申请已过期", cure: "请重新提出。" },
  "approvals.not-frozen": { title: "账户没有冻结", detail: "该账户及其单位都没有冻结，无须解除。" },
  "approvals.freezing-changed": {
    title: "冻结情形已变",
    detail: "账户或其单位的冻结已不是申请时的冻结，不予解除。",
    cure: "请撤销原申请，核对后重新提出。",
  },
  "approvals.altered": { title: "申请内容与提出时不符", detail: "不予执行。", cure: "请报告系统管理员并重新提出。" },
};
