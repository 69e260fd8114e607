import type { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { FactValue } from "@zhibu/domain/baseline/fact-values";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { dayOf } from "../kernel/day-of.ts";

export const factSubject = (id: string) => ({ type: "fact", id });

/** Locks the fact: its values are added, voided and applied one after another. @throws AppError NOT_FOUND. */
export async function lockFact(tx: Tx, factId: string) {
  await tx.$queryRaw`SELECT 1 FROM fact WHERE id = ${factId}::uuid FOR UPDATE`;
  const fact = await tx.fact.findUnique({ where: { id: factId }, include: { values: true } });
  if (!fact) throw notFound();
  return fact;
}

export type LockedFact = Awaited<ReturnType<typeof lockFact>>;

/** The same as the person last saw it. @throws AppError CONFLICT when it has changed since. */
export async function lockFactAt(
  tx: Tx,
  { factId, version }: { factId: string; version: number },
): Promise<LockedFact> {
  const fact = await lockFact(tx, factId);
  if (fact.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return fact;
}

/** Writes a locked fact; its version moves on. */
export async function writeFact(tx: Tx, fact: LockedFact, data: Prisma.FactUncheckedUpdateInput): Promise<number> {
  const { version } = await tx.fact.update({
    where: { id: fact.id },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

type ValueRow = LockedFact["values"][number];

export function asFactValue({ id, value, effectiveFrom, createdAt, voidedAt }: ValueRow): FactValue {
  return { id, value, effectiveFrom: dayOf(effectiveFrom), createdAt, isVoid: voidedAt !== null };
}
