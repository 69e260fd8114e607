import type { Tx } from "@zhibu/db/scope";
import type { PushRow } from "./push-rows.ts";

/** What the origin's readers see now. */
export type LiveOrigin = { tenantId: string; revisionId: string; title: string; eventAt: Date | null };

/**
 * The origin's live text, held so that no newer one is published before the caller commits: whoever publishes next finds
 * the copy there and updates it. `null` when the origin is not live any more.
 */
export async function lockOrigin(
  tx: Tx,
  { originTenantId, originArticleId }: Pick<PushRow, "originTenantId" | "originArticleId">,
): Promise<LiveOrigin | null> {
  const [origin] = await tx.$queryRaw<LiveOrigin[]>`
    SELECT tenant_id AS "tenantId", live_revision_id AS "revisionId", title, event_at AS "eventAt"
    FROM article
    WHERE tenant_id = ${originTenantId}::uuid AND id = ${originArticleId}::uuid
      AND visibility = 'live' AND live_revision_id IS NOT NULL
    FOR SHARE`;
  if (!origin) return null;
  const revision = await tx.revision.findUniqueOrThrow({
    where: { tenantId_id: { tenantId: origin.tenantId, id: origin.revisionId } },
    select: { title: true },
  });
  // An article's own title is that of the text in work.
  return { ...origin, title: revision.title };
}
