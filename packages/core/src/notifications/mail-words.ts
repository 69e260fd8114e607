import { type AbstractIntlMessages, createTranslator } from "use-intl/core";
import type { LinkPurpose, MailWords } from "./mail-settings.ts";

const linkKeys = {
  invite: { subject: "mail.invite.subject", text: "mail.invite.text" },
  reset: { subject: "mail.reset.subject", text: "mail.reset.text" },
} as const satisfies Record<LinkPurpose, unknown>;

type Values = Record<string, string | number | Date>;

/** The words of mails out of the message files `mail` and `notifications`. @throws for a message that is missing. */
export function mailWords(messages: { mail: AbstractIntlMessages; notifications: AbstractIntlMessages }): MailWords {
  const t = createTranslator({
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
    messages,
    onError(error) {
      throw error;
    },
    // The shape of the messages is the portal's; a test there asks for each of them.
  }) as (key: string, values?: Values) => string;
  return {
    line: (kind, params, branch, at) =>
      t("mail.line", {
        at,
        branch: branch ?? t("notifications.college"),
        what: t(`notifications.line.${kind}`, params),
      }),
    frame: (about) => ({
      subject: t(about.count === 1 ? "mail.subjectOne" : "mail.subjectMany", about),
      above: t("mail.above", about),
      below: [...(about.more > 0 ? [t("mail.more", about)] : []), t("mail.below", about)].join("\n\n"),
    }),
    link: (purpose, about) => ({
      subject: t(linkKeys[purpose].subject),
      text: t(linkKeys[purpose].text, about),
    }),
  };
}
