import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { type DemoNomination, demoNominations } from "../demo/demo-nominations.ts";
import { addDays } from "../engine/shanghai-time.ts";
import type { LoadedBranch, PeopleIds } from "./load-people.ts";

/** What branches propose to the portal: the newest item of their own columns that was out by then. */
export async function loadNominations(
  tx: Tx,
  branches: readonly LoadedBranch[],
  people: PeopleIds,
  now: Date,
): Promise<void> {
  for (const nomination of demoNominations) {
    const branch = branches.find(({ demo }) => demo.profile.slug === nomination.branch);
    if (branch) await loadNomination(tx, branch, people, nomination, now);
  }
}

async function loadNomination(
  tx: Tx,
  { demo, tenantId }: LoadedBranch,
  people: PeopleIds,
  { note, proposedDaysAgo, featuredDaysAgo }: DemoNomination,
  now: Date,
): Promise<void> {
  const proposedAt = addDays(now, -proposedDaysAgo);
  const article = await tx.article.findFirst({
    where: { tenantId, visibility: "live", publishedAt: { lt: proposedAt }, column: { module: "special" } },
    orderBy: { publishedAt: "desc" },
    select: { id: true, title: true },
  });
  const secretary = demo.staff.find(({ role }) => role === "secretary");
  const office = await tx.collegeRole.findFirst({ where: { role: "office" }, select: { user: true } });
  const secretaryId = people.get(secretary?.loginName ?? "");
  if (!article || !secretary || !secretaryId || !office) return;
  const featuredAt = featuredDaysAgo === null ? null : addDays(now, -featuredDaysAgo);
  const id = newId();
  await tx.nomination.create({
    data: {
      ...{ tenantId, id, articleId: article.id, note, proposedAt, featuredAt, decidedAt: featuredAt },
      ...{ proposedById: secretaryId, proposedByName: secretary.name },
      state: featuredAt ? "featured" : "proposed",
      decidedByName: featuredAt ? office.user.displayName : "",
      version: featuredAt ? 1 : 0,
    },
  });
  const step = { tenantId, subjectType: "article", subjectId: article.id };
  const deeds = [
    { action: "nominate", at: proposedAt, opinion: note, actorId: secretaryId, actorName: secretary.name },
    ...(featuredAt
      ? [{ action: "featureNomination", at: featuredAt, actorId: office.user.id, actorName: office.user.displayName }]
      : []),
  ];
  await tx.workflowEvent.createMany({ data: deeds.map((deed) => ({ ...step, ...deed, id: newId() })) });
  const told = { id: newId(), branchId: tenantId };
  await tx.notification.create({
    data: featuredAt
      ? {
          ...{ ...told, userId: secretaryId, createdAt: featuredAt, readAt: featuredAt },
          ...{ kind: "nomination.featured", params: { title: article.title } },
          ...{ path: `/:branch/articles/${article.id}`, occasion: `nomination.featured:${id}:0` },
        }
      : {
          ...{ ...told, userId: office.user.id, createdAt: proposedAt },
          ...{ kind: "nomination.proposed", params: { title: article.title, actor: secretary.name } },
          ...{ path: "/office/nominations", occasion: `nomination.proposed:${id}:0` },
        },
  });
}
