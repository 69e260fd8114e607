import { withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { lockFact } from "./fact-rows.ts";
import { settleFact } from "./settle-fact.ts";

/** Puts the values into effect whose day has begun; safe to run at any time and on any number of instances. Returns how many facts changed. */
export async function applyDueFacts(now: () => Date): Promise<number> {
  const due = await withOffice((tx) =>
    tx.factValue.findMany({
      where: { appliedAt: null, voidedAt: null, effectiveFrom: { lte: new Date(shanghaiDay(now())) } },
      distinct: ["factId"],
      select: { factId: true },
      take: 500,
    }),
  );
  let changed = 0;
  for (const { factId } of due) if (await applyFact(factId, now())) changed += 1;
  return changed;
}

async function applyFact(factId: string, now: Date): Promise<boolean> {
  return withOffice(async (tx) => {
    const fact = await lockFact(tx, factId);
    const today = new Date(shanghaiDay(now));
    const due = fact.values.filter((value) => value.appliedAt === null && value.effectiveFrom <= today);
    const newest = due.at(-1);
    if (newest === undefined) return false;
    await tx.factValue.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { appliedAt: now } });
    const before = { ...fact, values: fact.values.filter((value) => !due.includes(value)) };
    const by = { userId: newest.createdById, displayName: newest.createdByName };
    await settleFact(tx, { before, after: fact, by, now });
    return true;
  });
}
