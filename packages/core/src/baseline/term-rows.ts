import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";

export const termSubject = (id: string) => ({ type: "term", id });

/** Locks the term as the person last saw it. @throws AppError CONFLICT when it has changed since. */
export async function lockTermAt(tx: Tx, { termId, version }: { termId: string; version: number }) {
  await tx.$queryRaw`SELECT 1 FROM term WHERE id = ${termId}::uuid FOR UPDATE`;
  const term = await tx.term.findUnique({ where: { id: termId } });
  if (!term) throw notFound();
  if (term.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return term;
}

type TermWords = { words: string; variants: readonly string[] };

/**
 * What a list of terms must keep to, or the checks contradict themselves: nothing is right and wrong at once.
 * @throws AppError INVALID, or CONFLICT when another term says so already.
 */
export async function assertFits(tx: Tx, { words, variants }: TermWords, ownId?: string): Promise<void> {
  if (variants.includes(words)) throw new AppError("INVALID", "term.variantIsRight", { words });
  const others = await tx.term.findMany({
    where: {
      ...(ownId === undefined ? {} : { id: { not: ownId } }),
      retiredAt: null,
      OR: [{ words: { in: [words, ...variants] } }, { variants: { hasSome: [words, ...variants] } }],
    },
    select: { words: true, variants: true },
  });
  if (others.some((other) => other.words === words)) throw new AppError("CONFLICT", "term.wordsTaken", { words });
  const clash = others[0];
  if (clash) throw new AppError("CONFLICT", "term.contradicts", { words: clash.words });
}

/** Each variant once, in the order given. */
export function distinct(variants: readonly string[]): string[] {
  return [...new Set(variants)];
}
