import type { Tx } from "@zhibu/db/scope";
import { factFinder } from "@zhibu/domain/baseline/fact-finder";
import { valueOn } from "@zhibu/domain/baseline/fact-values";
import { variantFinder } from "@zhibu/domain/baseline/term-finder";
import type { WordFinder } from "@zhibu/domain/baseline/word-finder";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { readBaseline } from "../../baseline/college-baseline.ts";
import { asFactValue } from "../../baseline/fact-rows.ts";

/** One thing a search looks for. */
export type Sought = {
  oldText: string;
  newText: string;
  find: WordFinder;
  /** What news of a day may go on saying; undefined where nothing is excused. */
  saidOn?: (day: string) => string | undefined;
};

type Cause = { causeType: string; subjectId: string };

/** Everything a fact said before, or each wrong variant of a term; empty when there is nothing to look for any more. */
export async function soughtBy(tx: Tx, { causeType, subjectId }: Cause, now: Date): Promise<readonly Sought[]> {
  return causeType === "fact" ? oldValues(tx, subjectId, now) : variants(tx, subjectId, now);
}

async function oldValues(tx: Tx, factId: string, now: Date): Promise<readonly Sought[]> {
  const fact = await tx.fact.findUnique({ where: { id: factId }, include: { values: true } });
  const values = fact?.values.map(asFactValue) ?? [];
  const today = shanghaiDay(now);
  const newText = valueOn(values, today)?.value;
  if (!fact || newText === undefined) return [];
  const { name, unit } = fact;
  const old = new Set(values.filter((each) => each.effectiveFrom <= today).map((each) => each.value));
  old.delete(newText);
  return Array.from(old, (oldText) => ({
    oldText,
    newText,
    find: factFinder({ name, unit, oldValue: oldText, newValue: newText }),
    saidOn: (day) => valueOn(values, day)?.value,
  }));
}

async function variants(tx: Tx, termId: string, now: Date): Promise<readonly Sought[]> {
  const { terms } = await readBaseline(tx, now);
  const term = terms.find(({ id }) => id === termId);
  if (!term) return [];
  return term.variants.map((variant) => ({
    oldText: variant,
    newText: term.words,
    find: variantFinder(term.id, variant, terms),
  }));
}

type Task = { causeType: string; causeId: string; oldText: string; newText: string };

/** Where a task's words stand in a text; a term that was taken out of the list is looked for literally no more. A branch's scope will do. */
export async function finderOfTask(tx: Tx, task: Task, now: Date): Promise<WordFinder> {
  if (task.causeType === "fact") {
    const cause = await tx.factValue.findUniqueOrThrow({
      where: { id: task.causeId },
      select: { fact: { select: { name: true, unit: true } } },
    });
    return factFinder({ ...cause.fact, oldValue: task.oldText, newValue: task.newText });
  }
  const { terms } = await readBaseline(tx, now);
  return variantFinder(task.causeId, task.oldText, terms);
}
