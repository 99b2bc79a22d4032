// The words of the shell. A room's own words stand in its folder.
import type { RoomGroup, RoomName } from "./room-table.ts";

/** As they stand in the rail, and in the title of the page. */
export const roomNames: Readonly<Record<RoomName, string>> = {
  sessions: "账号与会话",
};

export const groupNames: Readonly<Record<RoomGroup, string>> = {
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
