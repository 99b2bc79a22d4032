// Every Chinese string of the catalogue.
import type { RefusalTexts } from "../../platform/http/problem.ts";

export const catalogueTexts: RefusalTexts = {
  "catalogue.unknown-entry": {
    title: "目录中没有这个事项",
    detail: "公共信用信息目录中没有事项「{entry}」，目录之外的信息不得归集。",
    cure: "可用事项见 /api/v1/catalogue。",
  },
  "catalogue.entry-disabled": {
    title: "事项尚未启用",
    detail: "事项「{entry}」尚为模板，未经确认不得归集。",
    cure: "请由目录管理单位确认其依据后启用。",
  },
  "catalogue.not-provider": {
    title: "不是该事项的数据提供单位",
    detail: "单位 {provider} 未登记为事项「{entry}」的数据提供单位。",
    cure: "请核对单位代码，或由目录管理单位登记。",
  },
  "catalogue.other-region": {
    title: "不属于本区域",
    detail: "单位 {provider} 登记在其他区域，不能向本平台报送事项「{entry}」。",
    cure: "请向其所在区域的平台报送。",
  },
};
