import type { Tx } from "@zhibu/db/scope";
import type { CopyState, PushMode } from "@zhibu/domain/articles/push/push-names";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import type { BranchContext } from "../../kernel/context.ts";

export type PushRow = {
  id: string;
  originTenantId: TenantId;
  originArticleId: string;
  mode: PushMode;
  state: "active" | "recalled";
  columnKey: string;
  title: string;
  createdById: UserId;
  createdByName: string;
};

export type CopyRow = {
  tenantId: TenantId;
  id: string;
  pushId: string;
  state: CopyState;
  articleId: string | null;
  originRevisionId: string | null;
  version: number;
};

/**
 * A push and its copy in one branch, held until commit; `null` when that push never reached the branch.
 * Everybody takes them in this order, push, copy, article, so that a recall and a delivery wait for each other and not in a ring.
 * The push is shared by deliveries and answers to it; only a recall takes it alone. For the office's transactions.
 */
export async function lockCopy(
  tx: Tx,
  pushId: string,
  tenantId: TenantId,
): Promise<{ push: PushRow; copy: CopyRow } | null> {
  const [push] = await tx.$queryRaw<PushRow[]>`
    SELECT id, origin_tenant_id AS "originTenantId", origin_article_id AS "originArticleId", mode, state,
      column_key AS "columnKey", title, created_by_id AS "createdById", created_by_name AS "createdByName"
    FROM push WHERE id = ${pushId}::uuid FOR SHARE`;
  const [copy] = await tx.$queryRaw<CopyRow[]>`
    SELECT tenant_id AS "tenantId", id, push_id AS "pushId", state, article_id AS "articleId",
      origin_revision_id AS "originRevisionId", version
    FROM push_copy WHERE push_id = ${pushId}::uuid AND tenant_id = ${tenantId}::uuid FOR UPDATE`;
  return push && copy ? { push, copy } : null;
}

/** What a job does in a branch, it does in the name of whoever sent the push; the sending was what needed a permission. */
export function senderContext(
  tenantId: TenantId,
  push: Pick<PushRow, "createdById" | "createdByName">,
  now: () => Date,
): BranchContext {
  return {
    tenantId,
    actor: { userId: push.createdById, displayName: push.createdByName, roles: { branch: [], college: [] } },
    now,
  };
}

/** Changes a copy the transaction holds. */
export async function updateCopy(
  tx: Tx,
  copy: Pick<CopyRow, "tenantId" | "id">,
  data: {
    state?: CopyState;
    articleId?: string;
    originRevisionId?: string;
    reason?: string;
    shownAt?: Date;
    changedAt: Date;
    decidedByName?: string;
  },
): Promise<void> {
  await tx.pushCopy.update({
    where: { tenantId_id: { tenantId: copy.tenantId, id: copy.id } },
    data: { ...data, version: { increment: 1 } },
  });
}
