import type { WorkQueue } from "../kernel/queue.ts";
import { deliverMails } from "./deliver-mails.ts";
import { mailJob } from "./knock.ts";
import { mailSettings } from "./mail-settings.ts";
import { makeMails } from "./make-mails.ts";

/** One round: lines become mails, mails go out. Safe to run any number of times and in any number of processes. */
export async function sendMail(now: () => Date): Promise<void> {
  const settings = mailSettings();
  if (!settings) return;
  await makeMails(settings, now());
  await deliverMails(settings, now);
}

/**
 * Registers the slice's jobs with a worker, where it has a mail server: a round another process could have sent must not
 * be taken by one that can't. What nobody works on the queue forgets after its keeping time.
 */
export async function workNotificationJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  if (!mailSettings()) return;
  await queue.work(mailJob, () => sendMail(now));
  await queue.every(mailJob, "* * * * *");
}
