import type { TabularCode } from "./tabular-refusal.ts";

/** What went wrong and what the sender can do about it. The line, where known, is the caller's to add. */
export interface TabularText {
  readonly title: string;
  readonly cure: string;
}

export const tabularText: Readonly<Record<TabularCode, TabularText>> = {
  "tabular.encoding": {
    title: "文件编码无法识别：既不是 UTF-8，也不是 GB18030",
    cure: "请检查所示行是否混入其他编码的内容，另存为“CSV UTF-8（逗号分隔）”后重新报送",
  },
  "tabular.too-large": {
    title: "文件超过允许的大小",
    cure: "请按时间段或事项拆分成多个文件后分别报送",
  },
  "tabular.too-many-rows": {
    title: "文件行数超过上限",
    cure: "请拆分成多个文件后分别报送",
  },
  "tabular.line-too-long": {
    title: "有一行过长，不像正常的数据行",
    cure: "请检查所示行的换行符和引号是否缺失，改正后重新报送",
  },
  "tabular.cell-too-long": {
    title: "有单元格的内容超过允许的长度",
    cure: "请缩短所示行的内容，或检查引号是否配对，改正后重新报送",
  },
  "tabular.quote-unclosed": {
    title: "有引号只有开头没有结尾",
    cure: "请补上所示行起始处引号的另一半（内容中的引号应写成两个），改正后重新报送",
  },
  "tabular.too-many-columns": {
    title: "列数超过上限",
    cure: "请删去多余的列，或检查分隔符是否正确，按模板整理后重新报送",
  },
  "tabular.too-many-sheets": {
    title: "工作表数量超过上限",
    cure: "请只保留需要报送的工作表，或拆分成多个文件",
  },
  "tabular.ratio": {
    title: "压缩包展开后异常膨胀，出于安全考虑不予读取",
    cure: "请用电子表格软件打开文件，清除多余的空白行列和格式，另存为新的 .xlsx 后重新报送",
  },
  "tabular.not-a-table": {
    title: "文件不是可以读取的表格",
    cure: "请报送 .xlsx、.csv 或每行一个对象的 NDJSON 文件；压缩包请先解压",
  },
  "tabular.old-xls": {
    title: "文件是旧版 .xls 或以 .xls 命名的网页、XML，不能直接读取",
    cure: "请用电子表格软件打开，选择“另存为”.xlsx 或 CSV UTF-8；设有打开密码的请先取消密码",
  },
  "tabular.encrypted": {
    title: "文件已加密，无法读取",
    cure: "请取消文件的打开密码后另存为 .xlsx 或 CSV",
  },
  "tabular.damaged": {
    title: "文件已损坏或上传不完整",
    cure: "请在本机确认文件能正常打开，另存一份后重新报送",
  },
  "tabular.empty": {
    title: "文件中没有数据",
    cure: "请确认报送的文件是否正确；隐藏的工作表不会被读取，请先取消隐藏",
  },
  "tabular.bad-json": {
    title: "有一行不是合格的 JSON 对象",
    cure: "NDJSON 文件每行应是一个完整的 JSON 对象，请改正所示行后重新报送",
  },
  "tabular.nested": {
    title: "有一行的 JSON 含有嵌套的对象或数组",
    cure: "请把嵌套内容展开成单层的键和值后重新报送",
  },
  "tabular.duplicate-key": {
    title: "有一行的 JSON 出现重复的键",
    cure: "同一行中每个键只能出现一次，请改正所示行后重新报送",
  },
  "tabular.too-slow": {
    title: "读取超过了允许的时间",
    cure: "请检查网络后重试，或拆分成较小的文件",
  },
  "tabular.stopped": {
    title: "读取已被中止",
    cure: "请重新报送；已确认收到的部分不会重复计入",
  },
};
