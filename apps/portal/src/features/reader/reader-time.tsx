import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";

const minuteFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `YYYY-MM-DD HH:mm` in Asia/Shanghai. */
export function shanghaiMinute(instant: Date): string {
  return `${shanghaiDay(instant)} ${minuteFormat.format(instant)}`;
}

/** A calendar day as lists show it. */
export function ReaderDay({ at }: { at: Date }) {
  const day = shanghaiDay(at);
  return <time dateTime={day}>{day}</time>;
}

/** A point in time as articles show it. */
export function ReaderMinute({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{shanghaiMinute(at)}</time>;
}
