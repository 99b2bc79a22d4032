/** The words for answers that the server could not word itself. */
export const clientText = {
  offline: { title: "没有连上服务器", detail: "请检查网络后重试。已填写的内容仍在本页。" },
  unreadable: { title: "答复无法读取", detail: "服务器的答复不是约定的格式，请稍后重试；仍不行时请联系运行维护人员。" },
};
