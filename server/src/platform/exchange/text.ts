import type { RefusalText } from "../http/problem.ts";
import type { ExchangeCode } from "./exchange-fault.ts";

/** What the operator reads about an exchange database that does not do what it should. */
export const exchangeTexts: Readonly<Record<ExchangeCode, RefusalText>> = {
  "exchange.unreachable": { title: "前置库无法连接", cure: "请检查地址、端口、网络和防火墙。" },
  "exchange.slow": { title: "前置库响应超时", cure: "请为游标列和主键列建立索引，或减少每批行数。" },
  "exchange.login": { title: "前置库拒绝登录", cure: "请核对用户名、口令和库名。" },
  "exchange.no-tls": {
    title: "前置库的加密连接不可用或证书不符",
    cure: "请为前置库配置证书，并在配置中用 ca 指明签发者。",
  },
  "exchange.no-table": { title: "前置库中没有这张表", detail: "{detail}" },
  "exchange.no-column": { title: "表中没有这一列", detail: "{detail}" },
  "exchange.not-allowed": {
    title: "登录用户没有所需权限",
    detail: "{detail}",
    cure: "须能读取数据表，并能写回校验结果。",
  },
  "exchange.busy": { title: "前置库的表被锁定", cure: "稍后自动重试。" },
  "exchange.column-kind": {
    title: "这一列不能用作游标或主键",
    detail: "{detail}",
    cure: "游标和主键须为整数、定点数、文本或时间，不能是浮点或二进制。",
  },
  "exchange.too-many-columns": {
    title: "表的列过多",
    detail: "上限为{detail}列。",
    cure: "请用 columns 列出需要的列。",
  },
  "exchange.key-not-unique": { title: "游标加主键不能唯一确定一行", detail: "{detail}", cure: "请改用唯一的主键列。" },
  "exchange.verdict-narrow": {
    title: "写回校验结果的列太短",
    detail: "{detail}",
    cure: "批次号须36位，结果12位，代码48位以上。",
  },
  "exchange.value-refused": { title: "前置库不接受写回的值", detail: "{detail}" },
  "exchange.broken": { title: "前置库报告错误", detail: "{detail}" },
};
