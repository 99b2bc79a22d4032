export const ownDataText = {
  title: "办理与下载",
  download: {
    title: "下载本单位的全部资料",
    says: "一行一项（NDJSON）：记录及来源、查询、授权、通知；最后一行写明是否完整。下载不收费用，不留查询痕迹。",
    word: "下载全部资料",
    working: "正在准备……",
    done: (name: string): string => `已下载 ${name}`,
  },
  ways: {
    title: "怎样办理",
    says: "办理异议和修复都不收费用。自称能“删记录”的中介，不要相信。",
    day: "什么时候",
    act: "做什么",
    where: "去哪里",
    rows: [
      {
        day: "任何时候",
        act: "信息有误：请数据源单位更正。更正不属于修复，不必等待。",
        href: "/guide/objection",
        word: "异议指南",
      },
      {
        day: "最短公示期届满的次日起",
        act: "已经改正并履行完毕：申请信用修复。各条的日子见“我的信用”。",
        href: "/guide/repair",
        word: "修复指南",
      },
      { day: "公示到期的次日", act: "自动停止公示，不需要申请。", href: "/guide/dates", word: "日子怎样算" },
      { day: "任何时候", act: "授权银行等单位查询，或者撤回授权。", href: "/workbench/authorisations", word: "授权" },
    ],
    table: "办理途径",
  },
  later: "本平台目前不在线受理异议和修复申请：异议向数据源单位提出，修复向作出认定的机关或“信用中国”网站提出。",
};
