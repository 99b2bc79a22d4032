// The look of the workbench in Ant Design's words. Red is today's mark and stands nowhere else.
import type { ThemeConfig } from "antd";

const ink = "#14201f";
const soft = "#43504d";
const qing = "#0e4674";
const lv = "#12513f";
const zhe = "#713c0b";
const field = "#6a7773";
const line = "#c8d1ce";
const band = "#f1f5f3";

const colours = {
  colorPrimary: ink,
  colorLink: qing,
  colorLinkHover: "#0a3456",
  colorLinkActive: "#0a3456",
  colorInfo: qing,
  colorSuccess: lv,
  colorWarning: zhe,
  colorError: zhe,
  colorText: ink,
  colorTextSecondary: soft,
  colorTextTertiary: soft,
  colorTextQuaternary: soft,
  colorTextDescription: soft,
  colorTextPlaceholder: soft,
  colorTextDisabled: soft,
  colorBorder: field,
  colorBorderDisabled: field,
  colorBorderSecondary: line,
  colorSplit: line,
  colorBgLayout: "#fff",
  colorFillAlter: band,
  colorIcon: soft,
};

const flat = { boxShadow: "none", boxShadowSecondary: "none", boxShadowTertiary: "none" };

/** @param still whether the person asked for less motion. */
export function workbenchTheme(still: boolean): ThemeConfig {
  return {
    token: {
      ...colours,
      ...flat,
      borderRadius: 2,
      borderRadiusLG: 2,
      borderRadiusSM: 2,
      borderRadiusXS: 2,
      fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
      fontSize: 15,
      lineHeight: 1.65,
      controlHeight: 36,
      controlOutlineWidth: 3,
      controlOutline: qing,
      lineWidthFocus: 3,
      colorPrimaryBorder: qing,
      motion: !still,
      wireframe: true,
    },
    components: {
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        dangerShadow: "none",
        fontWeight: 600,
        defaultBorderColor: ink,
      },
      Input: { activeShadow: `0 0 0 3px ${qing}`, activeBorderColor: ink, hoverBorderColor: ink },
      Modal: { titleFontSize: 20 },
    },
  };
}
