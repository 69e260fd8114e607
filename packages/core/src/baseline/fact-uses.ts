import type { Tx } from "@zhibu/db/scope";

type RevisionRef = { tenantId: string; revisionId: string };

/** Writes which facts a revision shows by reference: who must be told when one changes. */
export async function replaceFactUses(
  tx: Tx,
  { tenantId, revisionId }: RevisionRef,
  keys: readonly string[],
): Promise<void> {
  await tx.factUse.deleteMany({ where: { tenantId, revisionId } });
  if (keys.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO fact_use (tenant_id, revision_id, fact_id)
    SELECT ${tenantId}::uuid, ${revisionId}::uuid, id FROM fact WHERE key = ANY (${keys}::text[])`;
}
