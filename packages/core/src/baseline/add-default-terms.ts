import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { defaultTerms } from "@zhibu/domain/baseline/default-terms";

/** The terms a college begins with, once: the office changes and retires them. In the founding's office transaction. */
export async function addDefaultTerms(tx: Tx, now: Date): Promise<void> {
  await tx.term.createMany({
    data: defaultTerms.map((term) => ({ ...term, variants: [...term.variants], id: newId(), updatedAt: now })),
  });
}
