import type { Tx } from "@zhibu/db/scope";
import { valueOn } from "@zhibu/domain/baseline/fact-values";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { enqueue } from "../kernel/queue.ts";
import { refreshFactJob } from "./baseline-jobs.ts";
import { asFactValue, type LockedFact } from "./fact-rows.ts";
import { startScan } from "./start-scan.ts";
import { tellSitesOfFact } from "./tell-sites.ts";

type Change = { before: LockedFact; after: LockedFact; by: { userId: string; displayName: string }; now: Date };

/**
 * What a changed fact sets in motion, in the transaction of the change: the sites that show it are told, the plain texts
 * follow, and where today's value is another one, texts that wrote the old one by hand are looked for.
 * Returns the search, or null when today's value stayed.
 */
export async function settleFact(tx: Tx, { before, after, by, now }: Change): Promise<string | null> {
  await enqueue(tx, refreshFactJob, { factId: after.id });
  const scanId = await startScanFor(tx, { before, after, by, now });
  await tellSitesOfFact(tx, after.id);
  return scanId;
}

async function startScanFor(tx: Tx, { before, after, by, now }: Change): Promise<string | null> {
  const today = shanghaiDay(now);
  const old = valueOn(before.values.map(asFactValue), today);
  const current = valueOn(after.values.map(asFactValue), today);
  if (old === undefined || current === undefined || old.value === current.value) return null;
  return startScan(tx, { type: "fact", subjectId: after.id, causeId: current.id, name: after.name }, by, now);
}
