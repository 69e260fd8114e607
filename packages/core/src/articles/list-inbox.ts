import type { Prisma } from "@zhibu/db/generated/client";
import { withTenant } from "@zhibu/db/scope";
import type { Actor, BranchMembership } from "@zhibu/domain/tenancy/actor";
import { can } from "@zhibu/domain/tenancy/permissions";
import { correctionsDue } from "./corrections/corrections-due.ts";
import { workOf } from "./hand-over/open-work.ts";
import { offersDue } from "./push/offers-due.ts";

/** Why an item is in somebody's inbox: what they are expected to do about it. */
export type InboxReason = "review" | "check" | "returned" | "publish" | "scheduled" | "failed" | "correction" | "offer";

export type InboxItem = {
  reason: InboxReason;
  branch: { slug: string; shortName: string };
  /** For an offer the push. */
  articleId: string;
  title: string;
  columnName: string;
  /** Since when it waits. */
  since: Date;
  /** Who handed it on, or the last person to write; for a correction the fact or term that asks for it. */
  from: string;
  scheduledAt: Date | null;
  /** The event that makes it urgent: news is due 48 hours after. */
  eventAt: Date | null;
  isChange: boolean;
};

const perBranchMax = 100;

/** 我的待办: everything that waits for this person over all their branches, longest waiting first. */
export async function listInbox(actor: Actor, now: () => Date): Promise<{ items: InboxItem[]; now: Date }> {
  const perBranch = await Promise.all(actor.branches.map((branch) => branchInbox(actor, branch)));
  const items = perBranch.flat().toSorted((a, b) => a.since.getTime() - b.since.getTime());
  return { items, now: now() };
}

type Wanted = { reason: InboxReason; where: Prisma.ArticleWhereInput };

/** Which articles concern the person, by what their roles let them do. */
function wantedBy(actor: Actor, branch: BranchMembership): Wanted[] {
  const roles = { branch: branch.roles, college: [] };
  const mine = workOf(actor.userId);
  const wanted: Wanted[] = [];
  if (can(roles, "article:approve"))
    wanted.push({ reason: "review", where: { workState: "in_review", submittedById: { not: actor.userId } } });
  if (can(roles, "article:check"))
    wanted.push({ reason: "check", where: { workState: "handed_in", submittedById: { not: actor.userId } } });
  if (can(roles, "article:edit")) wanted.push({ reason: "returned", where: { workState: "returned", ...mine } });
  if (can(roles, "article:publish")) {
    wanted.push({ reason: "failed", where: { workState: "failed" } });
    // Approving is the secretary's part; putting out what was approved is the webmaster's.
    if (!can(roles, "article:approve")) wanted.push({ reason: "publish", where: { workState: "approved" } });
    wanted.push({ reason: "scheduled", where: { workState: "scheduled" } });
  }
  return wanted;
}

async function branchInbox(actor: Actor, branch: BranchMembership): Promise<InboxItem[]> {
  const { tenantId, slug, shortName } = branch;
  const wanted = wantedBy(actor, branch);
  const corrects = can({ branch: branch.roles, college: [] }, "correction:handle");
  const answers = can({ branch: branch.roles, college: [] }, "push:answer");
  if (wanted.length === 0 && !corrects && !answers) return [];
  const { articles, corrections, offers } = await withTenant(tenantId, async (tx) => ({
    corrections: corrects ? await correctionsDue(tx, tenantId, perBranchMax) : [],
    offers: answers ? await offersDue(tx, tenantId, perBranchMax) : [],
    articles: await tx.article.findMany({
      where: { tenantId, visibility: { not: "archived" }, OR: wanted.map(({ where }) => where) },
      orderBy: [{ workStateSince: "asc" }, { id: "asc" }],
      take: perBranchMax,
      select: {
        id: true,
        title: true,
        workState: true,
        workStateSince: true,
        scheduledAt: true,
        liveRevisionId: true,
        column: { select: { name: true } },
        workingRevision: { select: { createdByName: true, eventAt: true } },
      },
    }),
  }));
  const toCorrect = corrections.map(({ articleId, article, causeName, createdAt }): InboxItem => ({
    reason: "correction",
    branch: { slug, shortName },
    articleId,
    title: article.title,
    columnName: article.column.name,
    since: createdAt,
    from: causeName,
    scheduledAt: null,
    eventAt: null,
    isChange: false,
  }));
  const inWork = articles.flatMap((article): InboxItem[] => {
    const reason = reasonFor(article.workState);
    if (!reason) return [];
    return [
      {
        reason,
        branch: { slug, shortName },
        articleId: article.id,
        title: article.title,
        columnName: article.column.name,
        since: article.workStateSince,
        from: article.workingRevision?.createdByName ?? "",
        scheduledAt: article.scheduledAt,
        eventAt: article.workingRevision?.eventAt ?? null,
        isChange: article.liveRevisionId !== null,
      },
    ];
  });
  const toAnswer = offers.map(({ pushId, ...offer }): InboxItem => ({
    ...offer,
    reason: "offer",
    branch: { slug, shortName },
    articleId: pushId,
    columnName: "",
    scheduledAt: null,
    eventAt: null,
    isChange: false,
  }));
  return [...inWork, ...toCorrect, ...toAnswer];
}

function reasonFor(workState: string | null): InboxReason | undefined {
  const reasons: Readonly<Record<string, InboxReason>> = {
    in_review: "review",
    handed_in: "check",
    returned: "returned",
    approved: "publish",
    scheduled: "scheduled",
    failed: "failed",
  };
  return workState === null ? undefined : reasons[workState];
}
