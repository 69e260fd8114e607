import type { Tx } from "@zhibu/db/scope";
import type { CollegeBaseline } from "@zhibu/domain/baseline/college-baseline";
import { severities } from "@zhibu/domain/checks/finding";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dayOf } from "../kernel/day-of.ts";

/** The college's facts and terms as of now, whole: what the checks and the editor read. Every branch may. */
export async function readBaseline(tx: Tx, now: Date): Promise<CollegeBaseline> {
  const facts = await tx.fact.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      key: true,
      name: true,
      unit: true,
      archivedAt: true,
      values: {
        where: { voidedAt: null },
        orderBy: { effectiveFrom: "desc" },
        select: { id: true, value: true, effectiveFrom: true, createdAt: true },
      },
    },
  });
  const terms = await tx.term.findMany({
    where: { retiredAt: null },
    orderBy: { words: "asc" },
    select: { id: true, words: true, variants: true, note: true, severity: true },
  });
  return {
    today: shanghaiDay(now),
    facts: facts.map(({ archivedAt, values, ...fact }) => ({
      ...fact,
      isArchived: archivedAt !== null,
      values: values.map((value) => ({ ...value, effectiveFrom: dayOf(value.effectiveFrom), isVoid: false })),
    })),
    terms: terms.map((term) => ({
      ...term,
      // A severity of another version counts as the middle one.
      severity: severities.find((known) => known === term.severity) ?? "warn",
    })),
  };
}
