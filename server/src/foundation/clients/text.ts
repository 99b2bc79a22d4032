// Every Chinese string of the machine clients.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { WaitReason } from "./rules/key.ts";

/** Why a machine's batch waits for a second person. */
export const waitTexts: Readonly<Record<WaitReason, string>> = {
  "first-adverse": "新密钥首次报送对主体不利的信息",
  "too-many-rows": "行数超出该接口申报的范围",
  "too-many-batches": "当日批次数超出该接口申报的范围",
};

const again = "请重新签名后再发。";

export const clientTexts: RefusalTexts = {
  "clients.malformed": {
    title: "请求签名无法识别",
    detail: 'Signature-Input 与 Signature 应各有且仅有一个带 tag="xinheng" 的成员，参数须有 created、nonce、keyid。',
    cure: "请对照接口签名规范。",
  },
  "clients.two-ways": { title: "同时使用了令牌和签名", cure: "请只用其中一种。" },
  "clients.bad-target": {
    title: "请求地址书写不规范",
    detail: "签名请求的路径不得含百分号编码、空段、“.”段。",
    cure: "请按接口文档所写的路径请求。",
  },
  "clients.uncovered": { title: "签名未覆盖必需内容", detail: "缺少：{components}。", cure: again },
  "clients.expired": { title: "签名已过期", detail: "签名时刻须在平台时钟前后五分钟以内。", cure: again },
  "clients.future": { title: "签名时刻在未来", detail: "签名时刻须在平台时钟前后五分钟以内。", cure: "请校准时钟。" },
  "clients.replayed": { title: "请求已被接收过", detail: "同一 nonce 只能使用一次。", cure: again },
  "clients.bad-signature": {
    title: "签名不符",
    detail: "密钥不存在，或签名不是由它作出。",
    cure: "请核对密钥和签名内容。",
  },
  "clients.key-ended": { title: "密钥已失效", detail: "密钥已撤销、未到启用时刻或已过有效期。", cure: "请更换密钥。" },
  "clients.digest-algorithm": {
    title: "摘要算法不受支持",
    detail: "Content-Digest 须含 sha-256 或 sha-512。",
    cure: again,
  },
  "clients.digest-differs": {
    title: "正文与摘要不符",
    detail: "收到的正文不是被签名的正文，未接收任何内容。",
    cure: again,
  },
  "clients.part-too-large": {
    title: "签名的分段过大",
    detail: "签名的一段最多{bytesMax}字节。",
    cure: "请分成更小的段。",
  },
  "clients.outside-binding": { title: "超出密钥的范围", detail: "密钥只能用于登记的事项、单位和区域。" },
  "clients.person-needed": { title: "须由自然人办理", detail: "接口密钥不能管理密钥。" },
  "clients.bad-key": {
    title: "不是可用的公钥",
    detail: "须为 PEM 格式的 Ed25519 或 P-256 公钥。",
    cure: "切勿提交私钥。",
  },
  "clients.bad-validity": { title: "有效期有误", detail: "有效期须在将来，最长{days}天。" },
  "clients.key-known": { title: "该公钥已登记过", cure: "请另生成一对密钥。" },
  "clients.unknown-key": { title: "没有这个密钥", detail: "密钥不存在，或不属于本单位。" },
};
