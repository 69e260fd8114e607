import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { mailHtml } from "./mail-html.ts";

export type OutgoingMail = { id: string; address: string; subject: string; text: string };

/** What became of a mail handed to the SMTP server. */
export type HandOver =
  | { kind: "sent" }
  /** The server has it not, and may take it later. */
  | { kind: "later"; error: string }
  /** The server has it not and will not take it. */
  | { kind: "refused"; error: string }
  /** The words were under way when the line broke: it may be delivered or not. */
  | { kind: "unknown"; error: string };

type Smtp = { smtpUrl: string; from: string };

const connectMs = 20_000;
/** The whole conversation; well within the time after which a claim counts as lost. */
const conversationMs = 120_000;
/** "Service not available, closing": a server on its way down says it in the middle of anything. */
const goodbye = 421;

/**
 * Hands one mail over and waits for the server's word. The Message-ID comes from the mail's own id,
 * so that a server or a reader's program can tell that two are the same.
 */
export async function handOverMail(smtp: Smtp, mail: OutgoingMail): Promise<HandOver> {
  const envelope = { from: addressOf(smtp.from), to: mail.address };
  const composed = await new MailComposer({
    from: smtp.from,
    to: mail.address,
    subject: mail.subject,
    text: mail.text,
    html: mailHtml(mail.text),
    messageId: `<${mail.id}@${envelope.from.split("@").at(-1) ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  })
    .compile()
    .build();
  // Read for the first time when the server has asked for the words: before that it can't have them.
  let begun = false;
  const words = new Readable({
    read() {
      begun = true;
      this.push(composed);
      this.push(null);
    },
  });
  try {
    await converse(smtp.smtpUrl, envelope, words);
    return { kind: "sent" };
  } catch (error) {
    return outcomeOf(error, begun);
  }
}

/** The bare address of `Name <address>`. */
function addressOf(from: string): string {
  return /<([^<>]+)>$/u.exec(from)?.[1] ?? from;
}

async function converse(url: string, envelope: { from: string; to: string }, words: Readable): Promise<void> {
  const { hostname, port, protocol, username, password } = new URL(url);
  const connection = new SMTPConnection({
    host: hostname.replaceAll(/^\[|\]$/gu, ""),
    ...(port === "" ? {} : { port: Number(port) }),
    secure: protocol === "smtps:",
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: conversationMs,
  });
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(() => over.reject(new Error("the server took too long")), conversationMs);
  const step = (next: () => void) => (error?: Error | null) => (error ? over.reject(error) : next());
  const send = () => {
    connection.send(
      envelope,
      words,
      step(() => over.resolve()),
    );
  };
  connection.once("error", over.reject);
  connection.connect(
    step(() => {
      if (username === "") send();
      else
        connection.login(
          { credentials: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } },
          step(send),
        );
    }),
  );
  try {
    await over.promise;
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

type SmtpError = { code?: unknown; responseCode?: unknown; message?: unknown };

function outcomeOf(cause: unknown, begun: boolean): HandOver {
  const { code, responseCode, message } = (cause ?? {}) as SmtpError; // Whatever was thrown has these or lacks them.
  const error = String(message ?? cause).slice(0, 500);
  const answer = typeof responseCode === "number" ? responseCode : null;
  // A wrong password is the installation's trouble, not the mail's.
  if (code === "EAUTH") return { kind: "later", error };
  // A goodbye instead of a verdict: the words had arrived, and nobody said what became of them.
  if (begun && answer === goodbye) return { kind: "unknown", error };
  if (answer !== null && answer >= 500) return { kind: "refused", error };
  if (answer !== null) return { kind: "later", error };
  // Our own side found the address impossible.
  if (code === "EENVELOPE") return { kind: "refused", error };
  return { kind: begun ? "unknown" : "later", error };
}
