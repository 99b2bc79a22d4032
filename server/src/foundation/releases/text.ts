// Every Chinese string of the releases.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const releaseTexts: RefusalTexts = {
  "releases.unknown-draft": { title: "没有这份规则草稿", detail: "草稿不存在，或不属于本单位。" },
  "releases.unknown-assessment": { title: "没有这份评估", detail: "评估不存在，或不属于本单位。" },
  "releases.unknown-text": { title: "没有这个规则文件", detail: "现行规则中没有这一处的这个文件。" },
  "releases.unknown-release": { title: "没有这次规则发布" },
  "releases.no-files": { title: "草稿没有文件", cure: "请至少写入一个规则文件。" },
  "releases.too-many-files": { title: "草稿的文件过多", detail: "至多 {filesMax} 个。", cure: "请分为几次发布。" },
  "releases.too-large": { title: "草稿过大", detail: "全部文件合计至多 {bytesMax} 字节。", cure: "请分为几次发布。" },
  "releases.not-a-policy-file": {
    title: "不是规则文件",
    detail: "{file} 不是规则目录中的文件。",
    cure: "文件路径须与规则目录一致，如 catalogue/entries/penalty.yaml。",
  },
  "releases.fixed-file": {
    title: "此文件不能发布",
    detail: "{file} 在建站或启动时确定。",
    cure: "请由系统管理员在规则目录中修改。",
  },
  "releases.version-moved": {
    title: "草稿已被他人修改",
    detail: "当前版本为 {version}。",
    cure: "请先读取当前版本，再提交改动。",
  },
  "releases.base-faulty": {
    title: "现行规则在该日不能生效",
    detail: "{day} 的规则有 {count} 处错误。",
    cure: "请先更正现行规则。",
  },
  "releases.faulty": { title: "草稿有错误", detail: "共 {count} 处。", cure: "请逐处更正后再提出。" },
  "releases.cases-fail": {
    title: "判例未通过",
    detail: "草稿自带的判例有 {count} 例与结果不符。",
    cure: "请更正规则或判例。",
  },
  "releases.changes-nothing": { title: "草稿没有改动现行规则" },
  "releases.past-day": {
    title: "生效日已过",
    detail: "规则不溯及既往。",
    cure: "请另定生效日。",
  },
  "releases.no-notice-rule": {
    title: "没有预告期规则",
    detail: "对主体不利的改动须先有预告期规则。",
    cure: "请在 releases/rules.yaml 中写明预告日数。",
  },
  "releases.notice-too-short": {
    title: "预告期不足",
    detail: "对主体不利的改动，从复核到生效至少 {days} 日。",
    cure: "请另定生效日，或只保留有利的改动。",
  },
  "releases.already-released": { title: "这一版草稿已经发布" },
  "releases.already-withdrawn": { title: "这次发布已经撤销" },
  "releases.in-effect": {
    title: "规则已经生效，不能撤销",
    cure: "请另行起草规则恢复原状；对主体不利的改动须等满预告期。",
  },
  "releases.later-stands": {
    title: "须先撤销其后的发布",
    detail: "第 {number} 号发布是在它之上复核的。",
    cure: "请先撤销后一次发布。",
  },
};
