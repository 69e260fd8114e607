import type { NotificationKind } from "@zhibu/domain/notifications/kinds";

export type LinkPurpose = "invite" | "reset";

/** The sentences of mails; core holds none of its own. */
export type MailWords = {
  /** What happened; `branch` is its short name, `null` for the college. */
  line(
    kind: NotificationKind,
    params: Readonly<Record<string, string | number>>,
    branch: string | null,
    at: Date,
  ): string;
  /** What stands around the lines; `more` of them are left out, `first` is the first. */
  frame(about: { count: number; more: number; first: string; listUrl: string; wishUrl: string }): {
    subject: string;
    above: string;
    below: string;
  };
  link(
    purpose: LinkPurpose,
    about: { name: string; loginName: string; url: string; until: Date },
  ): { subject: string; text: string };
};

export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  smtpUrl: string;
  /** The sender: `Name <address>` or a bare address. */
  from: string;
  /** Absolute origin of the console, without a slash at the end. */
  consoleOrigin: string;
  words: MailWords;
};

/** The server and Next's bundle hold two copies of this module; the settings are one per process all the same. */
const slot = Symbol.for("zhibu.mail");
type Holder = { [slot]?: MailSettings };

/** Told once, at start. Without it the application sends no mail and keeps none to send. */
export function configureMail(settings: MailSettings | null): void {
  if (settings) (globalThis as Holder)[slot] = settings;
  else delete (globalThis as Holder)[slot];
}

/** `null` where this installation sends no mail. */
export function mailSettings(): MailSettings | null {
  return (globalThis as Holder)[slot] ?? null;
}
