import type { RefusalTexts } from "../../platform/http/problem.ts";

export const connectorTexts: RefusalTexts = {
  "connector.file-open": {
    title: "connectors.yaml 可被他人读取",
    cure: "该文件含口令，权限须为 0600，且属于运行平台的用户。",
  },
  "connector.unreadable": { title: "connectors.yaml 不是可读的 YAML", detail: "第{line}行。" },
  "connector.no-ca": { title: "读不到签发者证书", detail: "{at}" },
  "connector.malformed": { title: "前置库配置有误", detail: "{at}" },
  "connector.missing": { title: "前置库配置缺少一项", detail: "{at}" },
  "connector.unknown-key": { title: "前置库配置中有不认识的项", detail: "{at}" },
  "connector.bad-name": {
    title: "表名或列名不可用",
    detail: "{at}",
    cure: "只能含文字、数字、下划线和 $，不能以数字开头；校验结果列不能与游标、主键相同。",
  },
  "connector.host-not-allowed": {
    title: "前置库主机未列入允许名单",
    detail: "{at}",
    cure: "请将主机写入同一文件的 allowedHosts。",
  },
  "connector.duplicate-id": { title: "两个前置库配置同名", detail: "{at}" },
  "connector.no-account": {
    title: "没有可用的报送账户",
    detail: "{login}",
    cure: "请为该单位建立经办账户，或核对账户所属单位。",
  },
  "connector.source-changed": {
    title: "前置库配置已指向另一张表",
    cure: "已读位置不适用于新表：请改用新的 id，或恢复原配置。",
  },
  "connector.batch-failed": {
    title: "整批未能读取",
    detail: "批次{batch}，原因{reason}。",
    cure: "请核对列与映射；修正后自动重读，数据不会丢失。",
  },
  "connector.blank-row": { title: "空行，已跳过" },
  "connector.template-row": { title: "模板说明行，已跳过" },
  "connector.withdrawn": { title: "本批次已由报送单位撤回" },
};
