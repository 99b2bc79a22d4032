// Every Chinese string that the command line says.

export interface FaultText {
  readonly title: string;
  readonly detail?: string;
}

/** What went wrong on this side of the connection; the server words its own refusals. */
export const faultTexts = {
  "cli.usage": { title: "用法有误", detail: "{reason}" },
  "cli.no-token": {
    title: "没有令牌",
    detail: "请把本单位的令牌放入环境变量 XINHENG_TOKEN，或用 XINHENG_KEY 和 XINHENG_KEY_ID 指明接口密钥。",
  },
  "cli.two-ways": {
    title: "令牌和密钥只能用一种",
    detail: "请去掉 XINHENG_TOKEN，或去掉 XINHENG_KEY 和 XINHENG_KEY_ID。",
  },
  "cli.bad-key-id": {
    title: "XINHENG_KEY_ID 有误",
    detail: "XINHENG_KEY 是私钥文件，XINHENG_KEY_ID 是登记时得到的密钥编号，两者须一并设置。",
  },
  "cli.bad-signing-key": {
    title: "无法使用私钥",
    detail: "{file} 不是可用的 PKCS#8 私钥文件（{reason}）。只用 Ed25519 或 P-256。",
  },
  "cli.bad-token": { title: "XINHENG_TOKEN 有误", detail: "令牌只含字母、数字和 . _ ~ + / - =，请核对是否复制完整。" },
  "cli.bad-server": {
    title: "XINHENG_SERVER 有误",
    detail: "应为 http 或 https 地址，不含用户名、密码和查询参数，例如 http://localhost:8080。",
  },
  "cli.unreachable": {
    title: "无法连接服务器",
    detail: "{server} 没有应答（{reason}）。请核对 XINHENG_SERVER 和网络，确认服务已启动。",
  },
  "cli.bad-answer": {
    title: "服务器的应答无法识别",
    detail: "{server} 应答了状态 {status}，内容不是本平台的格式。请核对 XINHENG_SERVER。",
  },
  "cli.file-unreadable": { title: "无法读取文件", detail: "{file}（{reason}）。" },
  "cli.file-changed": {
    title: "文件在上传途中被改动",
    detail: "{file} 的大小或修改时间变了，已停止上传。请重新报送。",
  },
  "cli.mapping-unreadable": {
    title: "无法读取字段映射",
    detail: "{file} 不是有效的 YAML 或 JSON 映射文件（{reason}）。",
  },
  "cli.file-exists": { title: "文件已存在且内容不同", detail: "{file} 没有改写。回执是凭证，请另选文件名。" },
  "cli.bad-copy": {
    title: "副本文件有误",
    detail: "{file} 第 {row} 行：须有 id(32 位十六进制)、shownUntil(日期或空)、digest(64 位十六进制)。",
  },
  "cli.bad-key": { title: "验证公钥有误", detail: "{key} 不是“名称+编号+公钥”形式的验证公钥。" },
  "cli.no-receipts": { title: "没有回执", detail: "目录 {folder} 中没有回执文件，未核验任何内容。" },
  "cli.script": {
    title: "无法运行本机命令",
    detail: "{script}（{reason}）。该命令只能在安装了服务器程序的机器上运行。",
  },
} as const satisfies Readonly<Record<string, FaultText>>;

/** Why a command line was not understood. */
export const usageReasons = {
  noCommand: "请写明命令。",
  unknownCommand: "没有命令“{command}”。",
  unknownOption: "没有选项 {option}。",
  optionValue: "选项 {option} 的写法不对：需要值的请写值，不需要值的请勿写值。",
  missingPlace: "缺少 {place}。",
  tooMany: "多余的参数；含空格的值请加引号。",
  missingOption: "缺少选项 {option}。",
  emptyOption: "选项 {option} 的值不能为空。",
  rowNumber: "--row 应为文件中的行号，从 1 起，含表头。",
  reasonOrMine: "--reason 与 --mine 须写且只写一个。",
  oneVerdict: "--accept 与 --reject 须写且只写一个。",
} as const;

/** What the words beside the options are called. */
export const placeNames = { file: "文件", batch: "批次", proposal: "申请", draft: "草案" } as const;

/** Reasons of the system, by its own codes. */
export const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件",
  EACCES: "没有权限",
  EPERM: "没有权限",
  EISDIR: "是目录，不是文件",
  ENOTDIR: "不是目录",
  ENOSPC: "磁盘已满",
  ECONNREFUSED: "连接被拒绝",
  ECONNRESET: "连接中断",
  EPIPE: "连接中断",
  UND_ERR_SOCKET: "连接中断",
  ENOTFOUND: "找不到主机",
  EAI_AGAIN: "找不到主机",
  ETIMEDOUT: "连接超时",
  UND_ERR_CONNECT_TIMEOUT: "连接超时",
  UND_ERR_HEADERS_TIMEOUT: "等待应答超时",
  UND_ERR_BODY_TIMEOUT: "等待应答超时",
  TimeoutError: "等待应答超时",
  Error: "连接未能建立",
  TypeError: "连接未能建立",
  EHOSTUNREACH: "网络不通",
  ENETUNREACH: "网络不通",
};

export const stateTexts: Readonly<Record<string, string>> = {
  receiving: "接收中",
  waiting: "待第二人放行",
  processing: "处理中",
  done: "已完成",
  withdrawn: "已撤回",
  failed: "未能读取",
};

export const outcomeTexts: Readonly<Record<string, string>> = {
  skipped: "说明行",
  accepted: "入库",
  duplicate: "重复",
  quarantined: "疑问数据",
  rejected: "退回",
};

export const questionStates: Readonly<Record<string, string>> = {
  open: "待核实",
  accepted: "已入库",
  rejected: "已退回",
};

export const proposalStates: Readonly<Record<string, string>> = {
  open: "待复核",
  approved: "已同意",
  refused: "不同意",
  lapsed: "已过期",
  withdrawn: "已撤销",
};

export const heads = {
  row: "行",
  sheet: "工作表",
  outcome: "去向",
  field: "字段",
  code: "代码",
  value: "原值",
  message: "说明",
  state: "状态",
  name: "名称",
  stated: "所填代码",
  proposals: "候选主体",
  proposal: "申请",
  command: "事项",
  target: "对象",
  reason: "理由",
  export: "导出编号",
  at: "时间",
  organisation: "单位",
  common: "共有行数",
  inOrder: "行序相符",
  named: "编号相符",
  basis: "依据",
  title: "文件",
  carries: "位阶足够",
  holds: "在地在期",
  entry: "目录事项",
  subjects: "现有主体",
} as const;

export const sayings = {
  refused: "未通过：{title}。{detail}",
  basis: "依据：{article}",
  availableFrom: "最早可于 {day} 再次提出。",
  usageHint: "用 xinheng {command}--help 查看用法。",
  mappingSaved: "字段映射已登记：{mapping}",
  opened: "已开启续传，批次 {batch}，共 {size}。",
  sent: "已上传 {done} / {size}（{percent}%）",
  waiting: "{reason}，{seconds} 秒后重试……",
  resumed: "从 {done} 处续传。",
  processing: "处理中：已处理 {received} 行，入库 {accepted}，疑问数据 {quarantined}，退回 {rejected}。",
  sameFile: "同一文件此前已报送，以下是首次报送的批次。",
  summary:
    "批次 {batch} {state}：收到 {received} 行，入库 {accepted}，重复 {duplicates}，疑问数据 {quarantined}，退回 {rejected}，说明行 {skipped}。",
  naturalPersons: "退回的行中，{count} 行是自然人信息，未保存任何内容。",
  failure: "原因：{message}",
  uploadLeft: "已上传 {done} / {size}。",
  moreIssues: "共 {count} 条问题，以上是前 {shown} 条。查看全部：xinheng issues {batch} --all --csv",
  questionsWait: "疑问数据由第二人处理：xinheng questions {batch}",
  issuesMore: "还有更多问题未列出，加 --all 取全部。",
  noIssues: "没有问题。",
  issueCount: "共 {count} 条问题。",
  questionCount: "共 {count} 条疑问数据，其中 {open} 条待核实。",
  questionsMore: "以上是前 {shown} 条，全部见标准输出。",
  rejected: "第 {row} 行已退回。",
  proposed: "已提出申请：{title}。由本单位第二人办理：xinheng approve {proposal}",
  proposalCount: "共 {count} 件申请。",
  approved: "申请 {proposal} 已同意并执行。",
  proposalEnded: "申请 {proposal} 已终止，未执行任何操作。",
  complete: "已声明：{entry} 截至 {through} 完整报送。",
  nilFrom: "{nilFrom} 至 {through} 没有新的决定（零报告）。",
  receiptSaved: "回执已存入 {file}",
  receiptKept: "{file} 已是同一回执，未改写。",
  receiptHint: "加 --out 文件名可存为文件，供 xinheng verify 核验。",
  keyFromServer: "验证公钥取自服务器本身，只能发现传输和保存中的改动。请留存公钥，以后用 --key 指定。",
  notCompared: "未与服务器比对：{reason}",
  noTokenReason: "没有设置 XINHENG_TOKEN。",
  receiptGood: "{file}：签名有效，批次 {batch}，收到 {received} 行，与服务器{compared}。",
  receiptBad: "{file}：{faults}",
  comparedYes: "一致",
  comparedNo: "未比对",
  verified: "共核验 {receipts} 份回执，{failures} 份有问题，{compared} 份与服务器作了比对。",
  traced: "文件中有 {rows} 行含统一社会信用代码，与 {count} 次导出相符。只说明出自哪一次导出，不说明由谁泄露。",
  beginningOnly: "文件较大，只比对前 {size}。",
  workbookTooLarge: "工作簿超过 700 kB，请另存为 CSV",
  yes: "是",
  assessReason: "不成立：{place} {message}",
  assessQuestion: "  请说明：{place} {message}",
  assessStands: "措施“{name}”({id})：成立。",
  assessFalls: "措施“{name}”({id})：不成立。",
  draftStands: "草稿成立。是否印发由有权机关决定；请先回答以上各问。",
  draftFalls: "草稿不成立，不得印发。请按以上各条改正。",
  standing: "已接收 {received} 条，通知共 {events} 件，未回执 {unacknowledged} 件。",
  reminded: "信用中心已催办 {count} 次。",
  copyRead: "副本 {count} 条，平台应有 {expected} 条。",
  moved: "核对期间有新的通知，重新核对。",
  conforms: "一致：内容相同，期限相同，没有展示已终止的信息。",
  differs:
    "不一致：缺 {missing} 条，不应展示 {ended} 条，期限不同 {otherTerm} 条，内容不同 {otherContent} 条，重复 {twice} 条。",
  differing: "  {id}  {what}",
  moreDiffer: "以上是前 {shown} 条，全部见标准输出。",
  policySound: "规则没有错误。",
  policyFaulty: "规则有错误，整套规则不会生效。请按以上各条改正。",
} as const;

/** What is wrong with a copy. */
export const copyFaults = {
  missing: "应当展示而没有",
  ended: "已终止、到期或不属于本单位，不得展示",
  otherTerm: "期限不同",
  otherContent: "内容不同",
  twice: "同一编号出现两次",
} as const;

/** What is wrong with a receipt. */
export const receiptFaults = {
  unreadable: "文件无法读取",
  shape: "不是回执的格式",
  signature: "签名不符，内容被改动过",
  unsigned: "没有所给公钥的签名",
  origin: "签名的名称与回执所载平台不同",
  counts: "行数对不上：收到的行数应等于各去向之和，也应等于签入的行数",
  conflict: "同一批次另有一份内容不同的回执",
  "unknown-batch": "服务器没有这个批次，或令牌不属于报送单位",
  "other-counts": "服务器上该批次的行数与回执不同",
  "other-batch": "服务器上该批次的报送单位、接收时间或状态与回执不符",
  "other-receipt": "服务器现在给出的回执与这一份不同",
} as const;

export const helpHead = `信衡命令行。结果以一个 JSON 文档写到标准输出，说明写到标准错误。
`;

export const helpTail = `
环境变量：
  XINHENG_SERVER  服务器地址，缺省 http://localhost:8080
  XINHENG_TOKEN   本单位的令牌
  XINHENG_KEY     接口密钥的私钥文件（PKCS#8），代替令牌，每个请求签名
  XINHENG_KEY_ID  接口密钥的编号

退出码：0 完成  1 被拒绝或有错误  2 用法有误  3 无法连接服务器

各命令的用法：xinheng 命令 --help`;

/** One line each, in the order in which the work is done. */
export const commandTitles = {
  ingest: "报送一个文件",
  batch: "查看批次",
  issues: "列出批次的问题",
  questions: "列出批次的疑问数据",
  decide: "处理一条疑问数据",
  withdraw: "申请撤回批次",
  approvals: "列出待复核的申请",
  approve: "同意一件申请",
  refuse: "不同意一件申请，或撤销自己的申请",
  complete: "声明完整报送或零报告",
  receipt: "取回执",
  verify: "核验回执",
  trace: "查明一份表格出自哪一次导出",
  "subscriber status": "查看本单位的接收与回执情况",
  "subscriber conform": "核对本单位的副本",
  "policy lint": "检查规则文件",
  "policy assess": "印发前评估措施草稿(防泛化审查)",
  init: "初始化数据库（仅限服务器本机）",
  token: "建立账户并取得令牌（仅限服务器本机）",
} as const;

export const commandHelp: Readonly<Record<keyof typeof commandTitles, string>> = {
  ingest: `用法：xinheng ingest 文件 --provider 统一社会信用代码 --entry 事项 [选项]

报送 CSV、XLSX 或 NDJSON 文件，等到处理完毕，输出批次摘要。大于 8 MB 的文件分段上传，
连接中断或服务器重启后从已保存处续传。同一文件重复报送不会产生新的记录。

  --provider 代码      报送单位的统一社会信用代码
  --entry 事项         目录事项，如 penalty、permit、registration
  --mapping 名称|文件  字段映射的名称；以 .yaml、.yml、.json 结尾的是映射文件，先登记再报送
  --mends 批次         本文件更正的批次
  --force              同一文件也作为新批次重新报送
  --purpose 文字       报送事由，记入审计
  --declared 条数      旧平台各状态的条数，如 正常=120,已修复=30；与 --document 移交文书号 一并写

有行被退回或成为疑问数据时，退出码仍为 0，前 20 条问题列在标准错误。`,
  batch: `用法：xinheng batch 批次。查看本单位批次的状态、各去向的行数和问题。`,
  issues: `用法：xinheng issues 批次 [--all] [--csv]

列出批次的问题，缺省为前 1000 条。

  --all  取全部
  --csv  输出 CSV（带字节顺序标记，可用电子表格打开；公式字符前加撇号）`,
  questions: `用法：xinheng questions 批次

列出批次的疑问数据，连同候选主体。候选主体只供核对，系统不自行归属。`,
  decide: `用法：xinheng decide 批次 --row 行号 --accept|--reject --reason 理由 [选项]

处理一条疑问数据。退回即时生效；入库是一件申请，由报送人和提出人以外的第二人同意后执行。

  --row 行号        文件中的行号，从 1 起，含表头
  --sheet 工作表    有多个工作表时写明
  --accept          入库
  --reject          退回
  --subject 代码    核对后的统一社会信用代码
  --reason 理由     处理理由，记入审计
  --document 编号   证明材料编号，入库须填写`,
  withdraw: `用法：xinheng withdraw 批次 --reason 理由 --document 编号

申请整批撤回，由本单位第二人同意后执行。撤回后同一文件可以重新报送。

  --reason 理由    撤回理由，记入审计
  --document 编号  依据文书编号`,
  approvals: `用法：xinheng approvals [--mine] [--cursor 游标]

列出等待自己复核的申请，每次 100 件。

  --mine         自己提出的申请
  --cursor 游标  上一次输出中的 next`,
  approve: `用法：xinheng approve 申请 [--reason 说明]

同意并立即执行。自己提出的、自己报送的，须由他人复核。`,
  refuse: `用法：xinheng refuse 申请 --reason 理由|--mine

不同意别人的申请，须写理由；--mine 撤销自己的申请。`,
  complete: `用法：xinheng complete --provider 代码 --entry 事项 --through 日期 [--nil-from 日期]

声明截至某日的决定已全部报送。

  --through 日期   截至日，如 2026-08-31；须已过去
  --nil-from 日期  零报告：自该日至截至日没有新的决定`,
  receipt: `用法：xinheng receipt 批次 [--out 文件|目录]

取已完成批次的签名回执。

  --out 文件|目录  存为文件；写目录时以批次命名。已有的不同内容不会被改写`,
  verify: `用法：xinheng verify --receipts 目录 [--key 文件|公钥]

逐份核验目录中的回执：签名、行数；设置了令牌且服务器可达时，与服务器上的批次比对。
任何一份有问题，退出码为 1。

  --receipts 目录     存放回执的目录
  --key 文件|公钥     平台公布的验证公钥；缺省向服务器索取`,
  trace: `用法：xinheng trace 文件 --reason 理由

查明一份流出的 CSV 或 XLSX 出自哪一次非公开信息导出。文件首行的导出编号被删去、行被删减时，
按其余各行及其次序比对。限安全管理员和审计员，每次追查记入审计。

  --reason 理由  为何追查`,
  "subscriber status": `用法：xinheng subscriber status

查看本单位接收了多少信息、收到多少通知、还有多少没有回执，以及催办。`,
  "subscriber conform": `用法：xinheng subscriber conform --copy 文件

把本单位此刻对外展示的全部信息与平台应有的核对：内容相同，期限相同，没有展示已终止的。
有任何一条不符，退出码为 1，逐条列在标准输出。

  --copy 文件  CSV(表头 id,shownUntil,digest)或 NDJSON；digest 须由手里的内容计算`,
  "policy lint": `用法：xinheng policy lint [--folder 目录] [--region 区划] [--day 日期]

在本机检查规则文件，逐条列出文件、行、错误和改法。有错误时退出码为 1。

  --folder 目录  叠放在随附规则之上的本地目录；缺省为服务器将使用的目录
  --region 区划  六位区划代码；缺省 XINHENG_REGION
  --day 日期     按哪一日的规则检查；缺省今日`,
  "policy assess": `用法：xinheng policy assess 草稿 [--title 标题]

由服务器按现行规则评估措施草稿：限制什么、依据是否成立、是否关联相当、有无公平竞争等用语、与登记册是否冲突、
会涉及多少主体(少于十个不显示)。结果留存备查。草稿不成立或被拒绝时退出码为 1。

  草稿           措施或激励措施的 YAML 文件，或按规则目录排列的目录
  --title 标题   缺省为文件名或目录名`,
  init: `用法：xinheng init --production

在服务器本机初始化数据库，环境变量与服务器相同。--production 标记为正式系统，不可撤销。`,
  token: `用法：xinheng token --login 登录名 --organisation 统一社会信用代码 --name 单位名称 [--role 角色]

在服务器本机建立账户，令牌在标准输出中只显示这一次。角色缺省为 system-admin。`,
};
