import { createHmac, timingSafeEqual } from "node:crypto";
import { minuteOf } from "@zhibu/domain/publicity/reachability";

/** Carries the probe's token; the front door makes the page anew for who has a good one, and for nobody else. */
export const probeHeader = "x-zhibu-probe";

/** How far the clocks of the worker and of the portal may stand apart. */
const minutesApartMax = 2;

function tokenOf(secret: string, minute: number): string {
  return createHmac("sha256", secret).update(`publicity probe ${minute}`).digest("base64url");
}

/** What the probe shows at the door; made of the installation's secret, and of no use some minutes later. */
export function probeToken(secret: string, now: Date): string {
  const minute = minuteOf(now);
  return `${minute}.${tokenOf(secret, minute)}`;
}

/** Whether a header was made by this installation's probe just now. */
export function isProbeToken(secret: string, shown: string, now: Date): boolean {
  const [minute = "", token = ""] = shown.split(".");
  if (!/^\d{1,12}$/u.test(minute) || Math.abs(Number(minute) - minuteOf(now)) > minutesApartMax) return false;
  const expected = Buffer.from(tokenOf(secret, Number(minute)));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
