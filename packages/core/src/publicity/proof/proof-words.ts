import { type AbstractIntlMessages, createTranslator } from "use-intl/core";
import { dayInWords } from "@zhibu/domain/publicity/day-in-words";

/** A message of the proof pack's file; the messages are the portal's. */
export type ProofWords = {
  (key: string, values?: Record<string, string | number | Date>): string;
  has: (key: string) => boolean;
};

/** @throws for a message that is missing. */
export function proofWords(messages: AbstractIntlMessages): ProofWords {
  return createTranslator({
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
    messages,
    onError(error) {
      throw error;
    },
    // The shape of the messages is the portal's; a test there asks for each of them.
  }) as ProofWords;
}

const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  hourCycle: "h23",
});

/** `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai. */
export function instantText(at: Date): string {
  return clock.format(at).replace(", ", " ");
}

/** The same without the seconds. */
export function minuteText(at: Date): string {
  return instantText(at).slice(0, -3);
}

/** A point in time as sentences say it: `2026年11月9日 10:12`. */
export function momentText(at: Date): string {
  const [day = "", time = ""] = minuteText(at).split(" ");
  return `${dayInWords(day)} ${time}`;
}
