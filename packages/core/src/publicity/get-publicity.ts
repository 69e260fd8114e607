import { withTenant, type Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import {
  draftProblems,
  publicityContactSchema,
  publicityDraftSchema,
  publicityEntrySchema,
  type PublicityDraft,
} from "@zhibu/domain/publicity/publicity-draft";
import type { PublicityRefInput } from "@zhibu/domain/publicity/publicity-inputs";
import { openMoves, showsNames, type PublicityAction } from "@zhibu/domain/publicity/publicity-states";
import type { PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import { assertCan, can, type BranchPermission } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { optionalDayOf } from "../kernel/day-of.ts";
import { getPublicityList, templateOf, type PublicityRow } from "./get-publicity-list.ts";
import { listTimeline } from "./list-timeline.ts";
import { reachedSoFar, readProbes } from "./probe/read-probes.ts";
import { filesOfDraft, fixedFiles } from "./publicity-files.ts";
import { periodFor } from "./show-text.ts";

/** One list for its page: what is prepared, what is shown, its period, its history, and what the person may do with it. */
export async function getPublicity(ctx: BranchContext, { publicityId }: PublicityRefInput) {
  assertCan(ctx.actor.roles, "publicity:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityList(tx, ctx, publicityId);
    const template = await templateOf(tx, list);
    const draft = list.draft === null ? null : publicityDraftSchema.parse(list.draft);
    const texts = await tx.publicityText.findMany({
      where: { tenantId: ctx.tenantId, listId: list.id },
      orderBy: { number: "desc" },
      select: {
        id: true,
        number: true,
        hash: true,
        preparedName: true,
        signedByName: true,
        signedAt: true,
        reason: true,
        startsAt: true,
        endsAt: true,
      },
    });
    return {
      list: publicList(list),
      template,
      draft,
      files: draft === null ? [] : await filesOfDraft(tx, ctx.tenantId, draft),
      problems: draft === null ? [] : draftProblems(draft, template, Number(shanghaiDay(ctx.now()).slice(0, 4))),
      proposedPeriod: draft === null ? null : await proposedPeriod(tx, ctx, draft, template),
      // After the period names are read from the archive, and each reading is on record.
      ...(showsNames(list.state) && list.textId !== null
        ? await shownOf(tx, ctx, list.textId)
        : { entries: null, shownFiles: [], shownContact: null }),
      texts,
      reachability: await reachabilityOf(tx, ctx, list),
      timeline: await listTimeline(tx, ctx.tenantId, list.id),
      openObjections: await tx.objection.count({
        where: { tenantId: ctx.tenantId, listId: list.id, state: { in: ["received", "accepted", "investigated"] } },
      }),
      can: abilitiesFor(ctx, list),
      now: ctx.now(),
    };
  });
}

function publicList(list: PublicityRow) {
  const { id, no, state, title, version, startsAt, plannedStartAt, endsAt, provisional } = list;
  const { endedAt, statement, statedAt, statedByName, withdrawnAt, withdrawReason, returnReason, createdByName } = list;
  return {
    ...{ id, no, state, title, version, startsAt, plannedStartAt, endsAt, provisional },
    ...{ endedAt, statement, statedAt, statedByName, withdrawnAt, withdrawReason, returnReason, createdByName },
    lastDay: optionalDayOf(list.lastDay),
    submitted: list.submittedById !== null,
  };
}

/** Whether the page could be read in the present period, or the last one; `null` for a list that never began. */
async function reachabilityOf(tx: Tx, ctx: BranchContext, { id, startsAt, endsAt, withdrawnAt }: PublicityRow) {
  if (startsAt === null || endsAt === null) return null;
  const probes = await readProbes(tx, ctx.tenantId, id);
  return reachedSoFar({ from: startsAt, until: withdrawnAt ?? endsAt }, probes, ctx.now());
}

/** The period the draft would get if it were signed now; `null` while its last day is too early. */
async function proposedPeriod(tx: Tx, ctx: BranchContext, draft: PublicityDraft, template: PublicityTemplate) {
  const startsAt = draft.startsAt === null ? ctx.now() : new Date(draft.startsAt);
  const shortest = await periodFor(tx, { startsAt, lastDay: null, template });
  const chosen = draft.lastDay !== null && draft.lastDay > shortest.lastDay ? draft.lastDay : null;
  return { shortest, chosen: await periodFor(tx, { startsAt, lastDay: chosen, template }) };
}

async function shownOf(tx: Tx, ctx: BranchContext, textId: string) {
  const { entries, files, contact } = await tx.publicityText.findUniqueOrThrow({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: textId } },
    select: { entries: true, files: true, contact: true },
  });
  return {
    entries: publicityEntrySchema.array().parse(entries),
    shownFiles: fixedFiles(files),
    // Texts signed before it was kept have none.
    shownContact: publicityContactSchema.safeParse(contact).data ?? null,
  };
}

function abilitiesFor(ctx: BranchContext, list: PublicityRow) {
  const { roles, userId } = ctx.actor;
  const moves = openMoves({ state: list.state, prepared: list.draft !== null, handedIn: list.submittedById !== null });
  const own = [list.submittedById, list.createdById].includes(userId);
  const may = (permission: BranchPermission, action: PublicityAction) => can(roles, permission) && moves.has(action);
  const maySign = may("publicity:sign", "sign");
  return {
    edit: may("publicity:prepare", "edit"),
    submit: may("publicity:prepare", "submit"),
    // Whoever signs sends back what others prepared, with a reason.
    recall: may("publicity:prepare", "recall") && (own || !can(roles, "publicity:sign")),
    sign: maySign && !own,
    /** May sign, but prepared it. */
    fourEyes: maySign && own,
    return: may("publicity:sign", "return"),
    unsign: may("publicity:sign", "unsign"),
    extend: may("publicity:sign", "extend"),
    withdraw: may("publicity:sign", "withdraw"),
    state: may("publicity:sign", "state"),
    readArchive: can(roles, "publicity:readArchive") && list.startsAt !== null && !showsNames(list.state),
    handleObjections: can(roles, "objection:handle"),
    prove: can(roles, "publicity:prove") && list.startsAt !== null,
  };
}
