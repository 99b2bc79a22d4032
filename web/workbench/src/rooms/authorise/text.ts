export const authoriseText = {
  title: "给出授权",
  crumb: "授权",
  says: "不授权，不影响依法公开的信息照常公开。要求“先签空白授权书”的，不要签。",
};
