// Every Chinese string of recalls.

export const api = {
  tag: "撤销告知",
  list: "自始终止的决定：此前用过它的查询和核查已告知多少、已读多少，由新到旧",
  position: "变动的序号",
  what: "revoked 撤销、quashed 确认违法或者无效；归错主体的同此",
  told: "此前的查询和核查中用到它的次数，已逐一告知",
  read: "其中所在单位已有人读到的次数",
} as const;
