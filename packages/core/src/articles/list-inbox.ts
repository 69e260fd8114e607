import { Prisma } from "@zhibu/db/generated/client";
import { withOfficeReading, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import { can, type BranchPermission } from "@zhibu/domain/tenancy/permissions";
import { publicityDue, type PublicityDueReason } from "../publicity/publicity-due.ts";
import { correctionsDue } from "./corrections/corrections-due.ts";
import { workOf } from "./hand-over/open-work.ts";
import { offersDue } from "./push/offers-due.ts";

type ArticleReason = "review" | "check" | "returned" | "publish" | "scheduled" | "failed";

/** Why an item is in somebody's inbox: what they are expected to do about it. */
export type InboxReason = ArticleReason | "correction" | "offer" | PublicityDueReason;

export type InboxItem = {
  reason: InboxReason;
  branch: { slug: string; shortName: string };
  /** For an offer the push, for publicity the list. */
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
  /** Open objections, where they are the matter; 0 elsewhere. */
  objections: number;
};

/** An item as it was read; it becomes one of the inbox when its branch is one of the person's. */
type Found = Partial<InboxItem> &
  Pick<InboxItem, "reason" | "articleId" | "title" | "since" | "from"> & { tenantId: string };

/** So many items a branch at most, on an average of the person's branches. */
const perBranchMax = 100;

/**
 * 我的待办: everything that waits for this person over all their branches, longest waiting first. One transaction over
 * these branches alone, as many statements for forty branches as for one: every statement names the tenants it reads,
 * which come from the person's roles as the database gave them for this request.
 */
export async function listInbox(actor: Actor, now: () => Date): Promise<{ items: InboxItem[]; now: Date }> {
  const branches = new Map<string, InboxItem["branch"]>(
    actor.branches.map(({ tenantId, slug, shortName }) => [tenantId, { slug, shortName }]),
  );
  const found = branches.size === 0 ? [] : await withOfficeReading((tx) => findDue(tx, actor));
  const items = found.flatMap(({ tenantId, ...item }): InboxItem[] => {
    const branch = branches.get(tenantId);
    return branch ? [{ ...nothingMore, ...item, branch }] : [];
  });
  return { items: items.toSorted((a, b) => a.since.getTime() - b.since.getTime()), now: now() };
}

const nothingMore = { columnName: "", scheduledAt: null, eventAt: null, isChange: false, objections: 0 } as const;

/** In which of the person's branches their roles let them do this. */
function branchesWith(actor: Actor, permission: BranchPermission): TenantId[] {
  return actor.branches
    .filter(({ roles }) => can({ branch: roles, college: [] }, permission))
    .map(({ tenantId }) => tenantId);
}

async function findDue(tx: Tx, actor: Actor): Promise<Found[]> {
  const limit = perBranchMax * actor.branches.length;
  return [...(await articlesDue(tx, actor, limit)), ...(await othersDue(tx, actor, limit))];
}

/** What each slice's part of the statement gives. `subjectId` is what the reason speaks of. */
type DueRow = Pick<InboxItem, "title" | "columnName" | "since" | "from" | "objections"> & {
  reason: Exclude<InboxReason, ArticleReason>;
  tenantId: string;
  subjectId: string;
};

/** Everything but articles in work, in one statement. */
async function othersDue(tx: Tx, actor: Actor, limit: number): Promise<Found[]> {
  const publicity = publicityDue({
    userId: actor.userId,
    signs: branchesWith(actor, "publicity:sign"),
    prepares: branchesWith(actor, "publicity:prepare"),
    handles: branchesWith(actor, "objection:handle"),
  });
  const parts = [
    correctionsDue(branchesWith(actor, "correction:handle"), limit),
    offersDue(branchesWith(actor, "push:answer"), limit),
    publicity,
  ];
  const rows = await tx.$queryRaw<DueRow[]>`${Prisma.join(parts, " UNION ALL ")}`;
  return rows.map(({ subjectId, ...row }) => ({ ...row, articleId: subjectId }));
}

/** Which articles concern the person, by what their roles let them do in which branch. */
function wantedBy(actor: Actor): Prisma.ArticleWhereInput[] {
  const within = (permission: BranchPermission) => ({ tenantId: { in: branchesWith(actor, permission) } });
  const others = { submittedById: { not: actor.userId } };
  const approves = branchesWith(actor, "article:approve");
  return [
    { ...within("article:approve"), workState: "in_review", ...others },
    { ...within("article:check"), workState: "handed_in", ...others },
    { ...within("article:edit"), workState: "returned", ...workOf(actor.userId) },
    { ...within("article:publish"), workState: { in: ["failed", "scheduled"] } },
    // Approving is the secretary's part; putting out what was approved is the webmaster's.
    {
      tenantId: { in: branchesWith(actor, "article:publish").filter((id) => !approves.includes(id)) },
      workState: "approved",
    },
  ];
}

async function articlesDue(tx: Tx, actor: Actor, limit: number): Promise<Found[]> {
  const articles = await tx.article.findMany({
    where: {
      tenantId: { in: actor.branches.map(({ tenantId }) => tenantId) },
      visibility: { not: "archived" },
      OR: wantedBy(actor),
    },
    orderBy: [{ workStateSince: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      tenantId: true,
      id: true,
      title: true,
      workState: true,
      workStateSince: true,
      scheduledAt: true,
      liveRevisionId: true,
      column: { select: { name: true } },
      workingRevision: { select: { createdByName: true, eventAt: true } },
    },
  });
  return articles.flatMap(({ tenantId, workState, ...article }): Found[] => {
    const reason = reasonFor(workState);
    if (!reason) return [];
    return [
      {
        ...{ reason, tenantId, articleId: article.id, title: article.title, columnName: article.column.name },
        ...{ since: article.workStateSince, scheduledAt: article.scheduledAt },
        from: article.workingRevision?.createdByName ?? "",
        eventAt: article.workingRevision?.eventAt ?? null,
        isChange: article.liveRevisionId !== null,
      },
    ];
  });
}

function reasonFor(workState: string | null): ArticleReason | undefined {
  const reasons: Readonly<Record<string, ArticleReason>> = {
    in_review: "review",
    handed_in: "check",
    returned: "returned",
    approved: "publish",
    scheduled: "scheduled",
    failed: "failed",
  };
  return workState === null ? undefined : reasons[workState];
}
