import type { Prisma } from "@zhibu/db/generated/client";
import type { WorkState } from "@zhibu/db/generated/enums";
import type { Tx } from "@zhibu/db/scope";
import type { HandedArticle, HandOverKind } from "@zhibu/domain/tenancy/hand-over";

const kinds: Record<WorkState, HandOverKind> = {
  draft: "draft",
  handed_in: "handedIn",
  in_review: "inReview",
  returned: "returned",
  approved: "approved",
  scheduled: "scheduled",
  failed: "failed",
};

/** Whose an article in work is: who took it over, else who began, wrote or submitted it. */
export function workOf(userId: string): Prisma.ArticleWhereInput {
  return {
    OR: [
      { responsibleId: userId },
      {
        responsibleId: null,
        OR: [{ submittedById: userId }, { createdById: userId }, { workingRevision: { createdById: userId } }],
      },
    ],
  };
}

/** A person with more open work than this hands over in several goes. */
export const openWorkMax = 500;

/** Everything of a person's in one branch that isn't finished: drafts, what is in review, returned, approved or planned. */
export async function openWork(tx: Tx, tenantId: string, userId: string): Promise<HandedArticle[]> {
  const rows = await tx.article.findMany({
    where: { tenantId, workState: { not: null }, visibility: { not: "archived" }, ...workOf(userId) },
    orderBy: [{ workStateSince: "asc" }, { id: "asc" }],
    take: openWorkMax,
    select: { id: true, no: true, title: true, workState: true, column: { select: { name: true } } },
  });
  return rows.flatMap(({ workState, column, ...row }) =>
    workState === null ? [] : [{ ...row, columnName: column.name, kind: kinds[workState] }],
  );
}
