import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** What the server does with one message: takes it, refuses it with a code, or never answers. */
type Verdict = "take" | "stall" | { code: number };

export type MailServer = {
  url: string;
  /** Everything the server said yes to, in order. */
  taken: ParsedMail[];
  /** Message-IDs of everything whose words arrived whole, taken or not. */
  seen: string[];
  /** Asked once for each message, in order; after the last everything is taken. */
  next: Verdict[];
  /** Breaks every line without a word. */
  cut: () => void;
  close: () => Promise<void>;
};

function refusal(code: number): Error & { responseCode: number } {
  return Object.assign(new Error(`refused with ${code}`), { responseCode: code });
}

/** A real SMTP server on a port of its own. */
export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const seen: string[] = [];
  const next: Verdict[] = [];
  async function judge(stream: SMTPServerDataStream, answer: (error?: Error | null) => void): Promise<void> {
    const mail = await simpleParser(stream);
    seen.push(mail.messageId ?? "");
    const verdict = next.shift() ?? "take";
    if (verdict === "stall") return;
    if (verdict === "take") taken.push(mail);
    answer(verdict === "take" ? null : refusal(verdict.code));
  }
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, answer) => void judge(stream, answer),
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith("nobody@") ? refusal(550) : null),
    closeTimeout: 100,
  });
  server.on("error", () => undefined); // A client that is killed is part of the tests.
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket: Socket) => sockets.add(socket));
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    seen,
    next,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
