"use client";

import { App, ConfigProvider, type ThemeConfig } from "antd";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";

/** The same values as `console.css` has for Tailwind; antd computes with them, so it can't read CSS variables. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: "#b5121b",
    colorPrimaryHover: "#940e16",
    colorPrimaryActive: "#780b12",
    colorLink: "#b5121b",
    colorLinkHover: "#940e16",
    colorLinkActive: "#780b12",
    colorError: "#c0390b",
    colorErrorHover: "#9c2f09",
    colorErrorActive: "#7d2607",
    colorWarning: "#b45f06",
    colorSuccess: "#1a7f4b",
    colorInfo: "#2f6299",
    colorTextBase: "#1f2329",
    colorTextSecondary: "#5b6169",
    colorTextTertiary: "#646a72",
    colorTextDescription: "#5b6169",
    colorTextPlaceholder: "#6d737b",
    colorBorder: "#c4c8cd",
    colorBorderSecondary: "#e3e5e8",
    colorBgLayout: "#f6f7f8",
    borderRadius: 6,
    borderRadiusLG: 8,
    fontSize: 14,
    fontFamily: "var(--font-sans)",
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
    Table: { headerBg: "#f6f7f8", headerColor: "#5b6169", cellPaddingBlock: 12, headerSplitColor: "transparent" },
    Tabs: { titleFontSize: 14, horizontalItemGutter: 24 },
    Form: { labelColor: "#1f2329", verticalLabelPadding: "0 0 4px" },
    Modal: { titleFontSize: 17 },
  },
};

/** antd in our colours and in Chinese; `App` inside lets components use `App.useApp()` for messages and questions. */
export function ConsoleTheme({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <ConfigProvider
      theme={theme}
      locale={zhCN}
      button={{ autoInsertSpace: false }}
      // What is typed into a dialog is not lost by a click beside it.
      modal={{ mask: { closable: false } }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <App component={false} message={{ maxCount: 3, top: 60 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
