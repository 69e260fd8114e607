import { withOffice } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { WorkQueue } from "../kernel/queue.ts";
import { endPublicity } from "./end-publicity.ts";
import { probePublicity } from "./probe/probe-publicity.ts";
import { probeSettings } from "./probe/probe-settings.ts";
import {
  endPublicityJob,
  probePublicityJob,
  purgeObjectionFilesJob,
  remindOfPublicityJob,
  startPublicityJob,
  sweepPublicityJob,
} from "./publicity-job-names.ts";
import { purgeObjectionFiles } from "./purge-objection-files.ts";
import { remindOfPublicity } from "./remind-of-publicity.ts";
import { startPublicity } from "./start-publicity.ts";
import { tellOfObjections } from "./tell-of-objections.ts";

const atOnceMax = 500;

type Due = { tenantId: string; id: string };

/** What the clock has to do now, oldest first. States are words of the statements, or no partial index would serve them. */
function findDue(now: Date) {
  return withOffice(async (tx) => ({
    starts: await tx.$queryRaw<Due[]>`
      SELECT tenant_id AS "tenantId", id FROM publicity_list
      WHERE state = 'signed' AND planned_start_at <= ${now} ORDER BY planned_start_at LIMIT ${atOnceMax}`,
    ends: await tx.$queryRaw<Due[]>`
      SELECT tenant_id AS "tenantId", id FROM publicity_list
      WHERE state = 'running' AND ends_at <= ${now} ORDER BY ends_at LIMIT ${atOnceMax}`,
    untold: await tx.$queryRaw<Pick<Due, "tenantId">[]>`
      SELECT DISTINCT tenant_id AS "tenantId" FROM objection WHERE told_at IS NULL`,
  }));
}

/** Begins and ends everything that is overdue, oldest first; returns how many lists it moved. */
export async function sweepPublicity(now: () => Date): Promise<number> {
  const due = await findDue(now());
  let moved = 0;
  // Tenant ids from the rows themselves: a job works for the branch whose row asked for it.
  for (const { tenantId } of due.untold) await tellOfObjections(tenantId as TenantId, now);
  // Tenant ids from the rows themselves: a job works for the branch whose row asked for it.
  for (const { tenantId, id } of due.ends) if (await endPublicity(tenantId as TenantId, id, now)) moved += 1;
  // The same: from the rows themselves.
  for (const { tenantId, id } of due.starts) if (await startPublicity(tenantId as TenantId, id, now)) moved += 1;
  return moved;
}

/** Registers the slice's jobs with a worker. */
export async function workPublicityJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(startPublicityJob, async ({ tenantId, publicityId }) => {
    await startPublicity(tenantId, publicityId, now);
  });
  await queue.work(endPublicityJob, async ({ tenantId, publicityId }) => {
    await endPublicity(tenantId, publicityId, now);
  });
  await queue.work(sweepPublicityJob, async () => {
    await sweepPublicity(now);
  });
  await queue.every(sweepPublicityJob, "* * * * *");
  await queue.work(remindOfPublicityJob, async () => {
    await remindOfPublicity(now);
  });
  await queue.every(remindOfPublicityJob, "7 8-18 * * *");
  await queue.work(purgeObjectionFilesJob, async () => {
    await purgeObjectionFiles(now());
  });
  await queue.every(purgeObjectionFilesJob, "37 3 * * *");
  // Whoever does not know where to ask leaves it to others: what it wrote would be wrong.
  if (probeSettings() === null) return;
  await queue.work(probePublicityJob, async () => {
    await probePublicity(now);
  });
  await queue.every(probePublicityJob, "* * * * *");
}
