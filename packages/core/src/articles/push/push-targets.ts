import { withOffice, type Tx } from "@zhibu/db/scope";
import type { PushTargetsInput, SendPushInput } from "@zhibu/domain/articles/push/push-inputs";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";

export type PushTarget = {
  branchId: string;
  slug: string;
  name: string;
  shortName: string;
  /** It has this article from an earlier push that was not recalled; it is sent no second one. */
  hasIt: boolean;
};

type Origin = { originBranchId: string; articleId: string };

/** Open branches other than the origin's own, in the office's order. */
async function findTargets(tx: Tx, { originBranchId, articleId }: Origin): Promise<PushTarget[]> {
  return tx.$queryRaw<PushTarget[]>`
    SELECT b.id AS "branchId", b.slug, b.name, b.short_name AS "shortName", had.tenant_id IS NOT NULL AS "hasIt"
    FROM branch b
    LEFT JOIN (
      SELECT DISTINCT c.tenant_id FROM push p JOIN push_copy c ON c.push_id = p.id
      WHERE p.origin_tenant_id = ${originBranchId}::uuid AND p.origin_article_id = ${articleId}::uuid AND p.state = 'active'
        AND c.state IN ('waiting', 'shown', 'drafted', 'failed', 'unlinked')
    ) had ON had.tenant_id = b.id
    WHERE b.state = 'open' AND b.kind <> 'office' AND b.id <> ${originBranchId}::uuid
    ORDER BY b.position, b.id`;
}

/** Whom the form offers. */
export async function listPushTargets(ctx: OfficeContext, input: PushTargetsInput): Promise<PushTarget[]> {
  assertCanInCollege(ctx.actor.roles, "push:send");
  return withOffice((tx) => findTargets(tx, input));
}

/**
 * The branches a push goes to. `all` leaves out who has the article already.
 * @throws AppError INVALID when a branch named is not open or has it already, or nobody is left.
 */
export async function resolveTargets(tx: Tx, input: Origin & Pick<SendPushInput, "targets">): Promise<string[]> {
  const targets = await findTargets(tx, input);
  const free = targets.filter((target) => !target.hasIt).map((target) => target.branchId);
  if (input.targets === "all") {
    if (free.length === 0) throw new AppError("INVALID", "push.nobodyLeft");
    return free;
  }
  const wanted = new Set(input.targets);
  const unknown = [...wanted].find((id) => !targets.some((target) => target.branchId === id));
  if (unknown !== undefined) throw notFound("push.targetGone");
  const having = targets.find((target) => target.hasIt && wanted.has(target.branchId));
  if (having) throw new AppError("CONFLICT", "push.hasItAlready", { branch: having.shortName });
  return free.filter((id) => wanted.has(id));
}
