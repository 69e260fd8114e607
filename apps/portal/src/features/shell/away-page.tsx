import { getTranslations } from "next-intl/server";
import { BrandMark } from "@zhibu/ui/brand-mark";

const retrySeconds = 5;

/** The whole page while the database is away: it asks again by itself, without script, until the console is back. */
export async function AwayPage() {
  const t = await getTranslations("shell.away");
  return (
    <html lang="zh-CN">
      <head>
        <title>{t("title")}</title>
        <meta httpEquiv="refresh" content={String(retrySeconds)} />
      </head>
      <body>
        <main className="grid min-h-dvh place-content-center justify-items-center px-6 text-center">
          <BrandMark className="mb-4 size-10" />
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="mt-1 max-w-sm text-ink-soft text-pretty">{t("hint")}</p>
        </main>
      </body>
    </html>
  );
}
