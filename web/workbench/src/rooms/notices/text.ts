export const noticesText = {
  title: "通知",
  unread: (count: number): string => (count === 0 ? "没有未读" : `${count} 条未读`),
  says: "由记录、查询、授权和当日推算，最近一年。",
  mark: "全部标为已读",
  isNew: "未读",
  seen: "已读",
  only: "只看未读",
  at: "时间",
  open: "查看",
  table: "通知",
  empty: { title: "没有通知", scope: "范围：最近一年。" },
  emptyHere: { title: "本页没有未读的通知", scope: "范围：本页所列通知。" },
};
