import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

/** The bare document of every reader page. */
export function ReaderDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}

export const readerMetadata: Metadata = {
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
  formatDetection: { telephone: false },
};

export const readerViewport: Viewport = { themeColor: "#b5121b", colorScheme: "light" };
