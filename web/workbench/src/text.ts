// The words of the shell. A room's own words stand in its folder.
import type { RoomGroup, RoomName } from "./room-table.ts";

/** As they stand in the rail, and in the title of the page. */
export const roomNames: Readonly<Record<RoomName, string>> = {
  batches: "批次",
  batch: "一个批次",
  mend: "改正并重报",
  upload: "报送文件",
  entry: "单条填报",
  completeness: "声明报送完整",
  questions: "疑问数据",
  question: "一条疑问",
  approvals: "待办申请",
  proposal: "一件申请",
  figures: "双公示指标",
  "figure-rows": "组成数字的行",
  coverage: "归集覆盖",
  subjects: "主体",
  subject: "一个主体",
  catalogue: "目录与规则",
  "catalogue-entry": "目录事项",
  sessions: "账号与会话",
};

export const groupNames: Readonly<Record<RoomGroup, string>> = {
  sending: "报送",
  deciding: "核实与复核",
  watching: "查看",
  self: "本人",
};

export const shellText = {
  name: "信衡工作台",
  skip: "跳到正文",
  rail: "工作台栏目",
  out: "退出",
  titleJoin: " · ",
  absent: { title: "没有这个页面", detail: "地址可能有误，或当前账号的岗位没有这个栏目。", home: "回到工作台首页" },
};
