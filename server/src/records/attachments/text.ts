// Every Chinese string of attachments.
import type { RefusalTexts } from "../../platform/http/problem.ts";
import type { AttachmentKind, AttachmentState, Reading } from "./rules/attachment.ts";

export const KIND_WORDS: Readonly<Record<AttachmentKind, string>> = {
  evidence: "证据",
  defence: "陈述申辩材料",
  decision: "决定文书",
  "court-paper": "司法文书",
  "performance-proof": "履行义务证明",
};

export const STATE_WORDS: Readonly<Record<AttachmentState, string>> = {
  "non-public": "不公开",
  "redacted-proposed": "遮盖版待确认",
  public: "遮盖版已公开",
};

export const READING_WORDS: Readonly<Record<Reading, string>> = {
  searched: "全文已检查个人信息",
  partly: "文字已检查个人信息，图片未检查",
  "not-readable": "无法自动检查，须人工查看",
};

/** What a file is called: its own name is not kept, because names of files name people. */
export function attachmentTitle({ no, kind, format }: { no: number; kind: AttachmentKind; format: string }): string {
  return `附件 ${no}(${KIND_WORDS[kind]}).${format}`;
}

export const attachmentTexts: RefusalTexts = {
  "attachments.unknown": { title: "没有这个附件", detail: "本案没有这个编号的附件。" },
  "attachments.erased": { title: "附件已清除", detail: "附件的内容已经依法清除，不能恢复。" },
  "attachments.empty": { title: "文件是空的", detail: "文件没有内容。", cure: "请核对以后重新上传。" },
  "attachments.too-large": { title: "文件过大", detail: "一个附件最大 20 MB。", cure: "请压缩或者分成几个文件上传。" },
  "attachments.too-many": { title: "附件过多", detail: "一个案件最多 {files} 个附件。", cure: "请合并材料。" },
  "attachments.format": {
    title: "不接收这种文件",
    detail: "附件可以是 PDF、PNG、JPEG、DOCX、XLSX、OFD 或者纯文本，并且不带宏；以文件内容为准，不看文件名。",
    cure: "请转换为其中一种格式。",
  },
  "attachments.damaged": {
    title: "文件已损坏",
    detail: "文件不完整、加了密，或者展开后过大，无法打开检查。",
    cure: "请重新保存，去掉密码以后再上传。",
  },
  "attachments.closed": { title: "案件已经办结", detail: "办结的案件不再接收附件。" },
  "attachments.not-yours": {
    title: "不能提交这一类附件",
    detail: "这一类附件由案件的另一方提交。",
    cure: "请从页面所列的种类中选择。",
  },
  "attachments.not-original": { title: "只能为原件制作遮盖版", detail: "这个附件本身就是遮盖版。" },
  "attachments.original": { title: "原件不公开", detail: "原件任何时候都不公开，只能公开经另一人确认的遮盖版。" },
  "attachments.confirmed": { title: "已经确认", detail: "这个遮盖版已经确认公开。" },
  "attachments.other-office": { title: "须由本单位确认", detail: "遮盖版由制作单位的另一名工作人员确认。" },
  "attachments.same-person": { title: "须由另一人确认", detail: "制作遮盖版的人不得自己确认。" },
  "attachments.reason-needed": {
    title: "须写明再次查看的结论",
    detail: "遮盖版中发现疑似个人信息，或者文件无法全部自动检查。",
    cure: "请逐页查看；确认没有个人信息的，写明理由；有的，请重新制作遮盖版。",
  },
};
