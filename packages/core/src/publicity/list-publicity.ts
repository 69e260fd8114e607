import type { Prisma } from "@zhibu/db/generated/client";
import { withTenant, type Tx } from "@zhibu/db/scope";
import type { ListPublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { endingSoonUntil } from "@zhibu/domain/publicity/publicity-reminders";
import type { PublicityTab } from "@zhibu/domain/publicity/publicity-tabs";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { optionalDayOf } from "../kernel/day-of.ts";
import { workingCalendar } from "./working-calendar.ts";

const open = { state: { in: ["received", "accepted", "investigated"] } } satisfies Prisma.ObjectionWhereInput;

const inTab = {
  all: {},
  preparing: { state: { in: ["draft", "in_review", "returned", "signed"] } },
  running: { state: "running" },
  ended: { state: "ended" },
  objected: { objections: { some: open } },
  stated: { state: { in: ["stated", "withdrawn"] } },
} as const satisfies Record<Exclude<PublicityTab, "endingSoon">, Prisma.PublicityListWhereInput>;

async function whereInTab(tx: Tx, tab: PublicityTab, now: Date): Promise<Prisma.PublicityListWhereInput> {
  if (tab !== "endingSoon") return inTab[tab];
  return { state: "running", endsAt: { lte: endingSoonUntil(now, await workingCalendar(tx)) } };
}

/** One page of a branch's lists, the one that moved last first, by keyset. */
export async function listPublicity(ctx: BranchContext, input: ListPublicityInput) {
  assertCan(ctx.actor.roles, "publicity:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const after = decodeCursor(input.cursor);
    const rows = await tx.publicityList.findMany({
      where: {
        tenantId: ctx.tenantId,
        ...(await whereInTab(tx, input.tab, ctx.now())),
        ...behind("stateSince", after),
      },
      orderBy: [{ stateSince: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      select: {
        id: true,
        no: true,
        state: true,
        title: true,
        startsAt: true,
        plannedStartAt: true,
        lastDay: true,
        endsAt: true,
        provisional: true,
        stateSince: true,
        version: true,
        templateVersion: { select: { definition: true } },
        _count: { select: { objections: { where: open } } },
      },
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ templateVersion, lastDay, _count, ...row }) => ({
        ...row,
        lastDay: optionalDayOf(lastDay),
        typeName: publicityTemplateSchema.parse(templateVersion.definition).name,
        openObjections: _count.objections,
      })),
      nextCursor: rows.length > input.limit && last ? encodeCursor({ at: last.stateSince, id: last.id }) : null,
      can: { prepare: can(ctx.actor.roles, "publicity:prepare") },
      now: ctx.now(),
    };
  });
}

/** The types a list may be begun under, in the office's order. */
export async function listPublicityTypes(ctx: BranchContext) {
  assertCan(ctx.actor.roles, "publicity:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const templates = await tx.publicityTemplate.findMany({
      where: { archivedAt: null },
      orderBy: { position: "asc" },
      select: { id: true, key: true, versions: { orderBy: { number: "desc" }, take: 1, select: { definition: true } } },
    });
    return templates.flatMap(({ id, key, versions }) =>
      versions.map(({ definition }) => ({ id, key, ...publicityTemplateSchema.parse(definition) })),
    );
  });
}
