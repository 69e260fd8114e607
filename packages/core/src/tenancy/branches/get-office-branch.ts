import { withOffice, type Tx } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { GetOfficeBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { branchAbilities } from "@zhibu/domain/tenancy/branch-states";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import type { OfficeContext } from "../../kernel/context.ts";
import { dayOf, optionalDayOf } from "../../kernel/day-of.ts";
import { branchCounts, branchRules } from "./branch-counts.ts";

/** How far the move of a merged branch's articles has come. */
export type MergeProgress = { moved: number; total: number; doneAt: Date | null };

type Figures = {
  monthItems: number;
  waiting: number;
  overdueReviews: number;
  failed: number;
  overdueCorrections: number;
  live: number;
  lastActivity: Date | null;
};

const trailShown = 12;

/** Everything the office's page on one branch shows: facts, people in office, figures, the newest of its trail. */
export async function getOfficeBranch(ctx: OfficeContext, { slug }: GetOfficeBranchInput) {
  assertCanInCollege(ctx.actor.roles, "branch:oversee");
  const mayManage = canInCollege(ctx.actor.roles, "branch:manage");
  return withOffice(async (tx) => {
    const branch = await tx.branch.findUnique({
      where: { slug },
      include: {
        mergedInto: { select: { slug: true, name: true } },
        mergedFrom: { select: { slug: true, name: true }, orderBy: { stateSince: "asc" } },
      },
    });
    if (!branch) throw notFound("branch.missing");
    return {
      branch,
      figures: await figuresOf(tx, branch.id, ctx.now()),
      people: await peopleOf(tx, branch.id, shanghaiDay(ctx.now())),
      trail: await trailOf(tx, branch.id),
      rules: branchRules,
      merge: branch.mergedIntoId === null ? null : await progressOf(tx, branch),
      can: { manage: mayManage, ...branchAbilities(branch, mayManage) },
    };
  });
}

async function figuresOf(tx: Tx, branchId: string, now: Date): Promise<Figures> {
  const counts = branchCounts(now);
  const [figures] = await tx.$queryRaw<Figures[]>`
    SELECT ${counts.monthItems} AS "monthItems", ${counts.waiting} AS waiting, ${counts.overdueReviews} AS "overdueReviews",
      ${counts.failed} AS failed, ${counts.overdueCorrections} AS "overdueCorrections",
      (SELECT count(*)::int FROM article WHERE tenant_id = b.id AND visibility = 'live') AS live,
      (SELECT updated_at FROM article WHERE tenant_id = b.id ORDER BY updated_at DESC, id DESC LIMIT 1) AS "lastActivity"
    FROM branch b WHERE b.id = ${branchId}::uuid`;
  if (!figures) throw notFound("branch.missing");
  return figures;
}

/** Who is or will be in office, and until when. */
async function peopleOf(tx: Tx, tenantId: string, today: string) {
  const terms = await tx.branchRole.findMany({
    where: { tenantId, OR: [{ endsOn: null }, { endsOn: { gte: new Date(today) } }] },
    include: { user: { select: { displayName: true, loginName: true, disabledAt: true } } },
    orderBy: [{ role: "desc" }, { startsOn: "asc" }, { id: "asc" }],
    take: 100,
  });
  return terms.map(({ id, role, startsOn, endsOn, user }) => ({
    id,
    role: role satisfies BranchRole,
    name: user.displayName,
    loginName: user.loginName,
    disabled: user.disabledAt !== null,
    startsOn: dayOf(startsOn),
    endsOn: optionalDayOf(endsOn),
  }));
}

function trailOf(tx: Tx, tenantId: string) {
  return tx.auditEntry.findMany({
    where: { tenantId },
    orderBy: { seq: "desc" },
    take: trailShown,
    select: { id: true, action: true, actorName: true, at: true },
  });
}

async function progressOf(tx: Tx, { id, mergedAt }: { id: string; mergedAt: Date | null }): Promise<MergeProgress> {
  const [moved, total] = [
    await tx.movedArticle.count({ where: { tenantId: id } }),
    await tx.article.count({ where: { tenantId: id } }),
  ];
  return { moved, total, doneAt: mergedAt };
}
