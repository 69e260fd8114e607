import type { MailSettings } from "../mail-settings.ts";

/** Settings with words a test can recognise; the real ones are the portal's. */
export function mailSettingsFor(smtpUrl: string): MailSettings {
  return {
    smtpUrl,
    from: "支部 <zhibu@college.example>",
    consoleOrigin: "https://console.college.example",
    words: {
      line: (kind, params, branch) => `${branch ?? "college"}: ${kind} ${params.title ?? ""}`,
      frame: ({ count, more, first, listUrl, wishUrl }) => ({
        subject: count === 1 ? `通知：${first}` : `通知：${count} 条`,
        above: `共 ${count} 条`,
        below: `${more > 0 ? `还有 ${more} 条 ${listUrl}\n` : ""}${wishUrl}`,
      }),
      link: (purpose, { name, url }) => ({ subject: purpose, text: `${name}\n${url}` }),
    },
  };
}
