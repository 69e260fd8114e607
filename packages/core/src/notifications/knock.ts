import type { Tx } from "@zhibu/db/scope";
import { defineTimedJob, enqueueAt, isQueueConnected } from "../kernel/queue.ts";
import { mailSettings } from "./mail-settings.ts";

/** Makes mails of what is waiting and hands them over; runs every minute, and soon after a knock. */
export const mailJob = defineTimedJob<Record<string, never>>("notifications.mail");

/** Long enough for the lines of one deed to be seen together. */
const soonMs = 2_000;

/** Lets the mail job look soon, should the change be committed; the clock would find it within a minute anyway. */
export async function knock(tx: Tx, now: Date): Promise<void> {
  if (!mailSettings() || !isQueueConnected()) return;
  await enqueueAt(tx, mailJob, {}, new Date(now.getTime() + soonMs));
}
