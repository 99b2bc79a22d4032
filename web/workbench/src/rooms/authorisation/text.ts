export const authorisationText = {
  title: "授权",
  crumbs: { given: "授权", received: "收到的授权" },
  wording: "授权书全文",
  noWording: "授权书全文不在此显示。",
  artefact: "下载签名文书",
  artefactSays: "双方各留一份，可以用公布的公钥验证。",
  key: "公钥",
  revoke: {
    word: "撤回授权",
    title: "撤回授权",
    says: (office: string): string => `撤回后，${office}即刻起不能再凭这份授权查询，分页读到一半的也不再给出。`,
    kept: "此前已经作出的查询不因此失效。撤回不能取消，要再授权，须重新给出。不收费用，不需要理由。",
  },
  renounce: {
    word: "放弃授权",
    title: "放弃授权",
    says: "放弃后，本单位即刻起不能再凭这份授权查询。放弃不能取消，需要时请客户重新给出。",
  },
  look: "凭这份授权查询",
  looks: "看对方查了什么",
};
