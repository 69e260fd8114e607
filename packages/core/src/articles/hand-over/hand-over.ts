import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import {
  type HandedArticle,
  handOverDaysMax,
  type HandOverInput,
  type HandOverItems,
} from "@zhibu/domain/tenancy/hand-over";
import { can } from "@zhibu/domain/tenancy/permissions";
import { auditOfficeIn } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { dateOf } from "../../kernel/day-of.ts";
import { notify } from "../../notifications/notify.ts";
import { handRole } from "./hand-role.ts";
import { openWork } from "./open-work.ts";

/**
 * Hands a leaving person's roles and unfinished work in one branch to a successor (交接): all of it, or nothing. What the
 * leaver submitted stays submitted by them, so that the successor may review it; what comes back comes to the successor.
 * @throws AppError CONFLICT when nothing is left to hand over, or the successor could not go on with it.
 */
export async function handOver(ctx: OfficeContext, input: HandOverInput): Promise<{ handOverId: string }> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const now = ctx.now();
  const today = shanghaiDay(now);
  const { fromUserId, toUserId, day } = input;
  if (fromUserId === toUserId) throw new AppError("INVALID", "handOver.toOneself");
  const lastDay = addDays(today, handOverDaysMax);
  if (day < today || day > lastDay) throw new AppError("INVALID", "handOver.dayOutOfRange", { today, lastDay });
  return withOffice(async (tx) => {
    const branch = await tx.branch.findUnique({ where: { slug: input.branchSlug } });
    if (!branch) throw notFound("branch.missing");
    const tenantId = branch.id;
    const { from, to } = await lockBoth(tx, input);
    const roles = [];
    for (const id of input.appointmentIds) roles.push(await handRole(tx, ctx, { tenantId, id, input }));
    const articles = input.withArticles ? await openWork(tx, tenantId, fromUserId) : [];
    if (roles.length + articles.length === 0) throw new AppError("CONFLICT", "handOver.nothing");
    if (articles.length > 0) {
      await assertMayWrite(tx, tenantId, to, day);
      await handArticles(tx, ctx, tenantId, articles, { from, to });
    }
    const handOverId = newId();
    const items: HandOverItems = { branchName: branch.name, day, note: input.note, roles, articles };
    const names = { fromName: from.displayName, toName: to.displayName };
    const doneBy = { doneById: ctx.actor.userId, doneByName: ctx.actor.displayName };
    await tx.handOver.create({
      data: { tenantId, id: handOverId, fromUserId, toUserId, ...names, items, ...doneBy, at: now },
    });
    await notify(tx, {
      branchId: tenantId,
      userIds: [toUserId],
      by: ctx.actor.userId,
      kind: "handOver.received",
      params: { person: from.displayName, count: roles.length + articles.length },
      path: `/hand-overs/${handOverId}`,
      occasion: `handOver.received:${handOverId}`,
      now,
    });
    const changes = { ...names, day, roles, articles: articles.map(({ no }) => no) };
    await auditOfficeIn(tx, ctx, tenantId, "handOver.make", { type: "user", id: fromUserId }, changes);
    return { handOverId };
  });
}

type Person = { id: string; displayName: string };

/** Both people stay as they are until the end. */
async function lockBoth(tx: Tx, { fromUserId, toUserId }: HandOverInput): Promise<{ from: Person; to: Person }> {
  const rows = await tx.$queryRaw<{ id: string; display_name: string; disabled_at: Date | null }[]>`
    SELECT id, display_name, disabled_at FROM app_user
    WHERE id IN (${fromUserId}::uuid, ${toUserId}::uuid) ORDER BY id FOR UPDATE`;
  const from = rows.find(({ id }) => id === fromUserId);
  const to = rows.find(({ id }) => id === toUserId);
  if (!from || !to) throw notFound("person.missing");
  if (to.disabled_at) throw new AppError("CONFLICT", "person.disabled", { name: to.display_name });
  return {
    from: { id: from.id, displayName: from.display_name },
    to: { id: to.id, displayName: to.display_name },
  };
}

/** Work goes to nobody who could not open it on the first day. */
async function assertMayWrite(tx: Tx, tenantId: string, to: Person, day: string): Promise<void> {
  const date = dateOf(day);
  const held = await tx.branchRole.findMany({
    where: { tenantId, userId: to.id, startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gte: date } }] },
    select: { role: true },
  });
  const roles = { branch: held.map(({ role }) => role), college: [] };
  if (!can(roles, "article:edit")) throw new AppError("CONFLICT", "handOver.mayNotWrite", { name: to.displayName });
}

async function handArticles(
  tx: Tx,
  ctx: OfficeContext,
  tenantId: string,
  articles: readonly HandedArticle[],
  { from, to }: { from: Person; to: Person },
): Promise<void> {
  // Not a new version: who is writing right now loses nothing by it.
  await tx.article.updateMany({
    where: { tenantId, id: { in: articles.map(({ id }) => id) } },
    data: { responsibleId: to.id },
  });
  await tx.workflowEvent.createMany({
    data: articles.map(({ id }) => ({
      tenantId,
      id: newId(),
      subjectType: "article",
      subjectId: id,
      action: "handOver",
      actorId: ctx.actor.userId,
      actorName: ctx.actor.displayName,
      opinion: `${from.displayName} → ${to.displayName}`,
      at: ctx.now(),
    })),
  });
}
