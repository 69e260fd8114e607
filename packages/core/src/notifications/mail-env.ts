import { z } from "zod";
import type { MailSettings } from "./mail-settings.ts";
import { mailWords } from "./mail-words.ts";

const address = String.raw`[^\s<>"@]+@[^\s<>"@]+`;

/** Mail, where the installation sends any: both or neither. */
export const mailEnvSchema = z
  .object({
    /** `smtp://user:password@host:port`; `smtps://` speaks TLS from the start, `smtp://` as soon as the server offers it. */
    SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
    /** `Name <address>` or a bare address. */
    MAIL_FROM: z
      .string()
      .max(200)
      .regex(new RegExp(String.raw`^(${address}|[^<>"\r\n]*<${address}>)$`, "u"), "an address, or a name and <address>")
      .optional(),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined), {
    error: "SMTP_URL and MAIL_FROM go together",
    path: ["MAIL_FROM"],
  });

export type MailEnv = z.infer<typeof mailEnvSchema>;

type Messages = Parameters<typeof mailWords>[0];

/** What the environment says of mail, in the application's words; `null` where the installation sends none. */
export function mailConfig(env: MailEnv, consoleOrigin: string, messages: Messages): MailSettings | null {
  if (env.SMTP_URL === undefined || env.MAIL_FROM === undefined) return null;
  return { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, consoleOrigin, words: mailWords(messages) };
}
