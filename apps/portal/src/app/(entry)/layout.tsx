import "@zhibu/ui/console.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { entryMessages } from "../../console-messages.ts";

export const metadata: Metadata = { robots: { index: false, follow: false } };
export const viewport: Viewport = { themeColor: "#940e16" };

/** The pages before the console: sign-in and the first password, without its frame and without its components. */
export default async function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>
        <NextIntlClientProvider messages={await entryMessages()}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
