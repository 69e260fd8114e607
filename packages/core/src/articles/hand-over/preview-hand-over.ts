import { withOffice } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { handOverDaysMax, type PreviewHandOverInput } from "@zhibu/domain/tenancy/hand-over";
import type { OfficeContext } from "../../kernel/context.ts";
import { dateOf, dayOf, optionalDayOf } from "../../kernel/day-of.ts";
import { openWork } from "./open-work.ts";

/** What a person would leave behind in each of their branches: roles in force or to come, and everything unfinished. */
export async function previewHandOver(ctx: OfficeContext, { fromUserId }: PreviewHandOverInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const today = shanghaiDay(ctx.now());
  return withOffice(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: fromUserId }, select: { id: true, displayName: true } });
    if (!person) throw notFound("person.missing");
    const held = await tx.branchRole.findMany({
      where: { userId: fromUserId },
      include: { branch: { select: { slug: true, name: true, state: true, position: true } } },
      orderBy: [{ branch: { position: "asc" } }, { startsOn: "asc" }],
      take: 200,
    });
    const branches = [];
    for (const [tenantId, terms] of Map.groupBy(held, (term) => term.tenantId)) {
      const [{ branch } = { branch: null }] = terms;
      if (!branch || branch.state === "archived") continue;
      const roles = terms
        .filter(({ endsOn }) => endsOn === null || endsOn >= dateOf(today))
        .map(({ id, role, startsOn, endsOn }) => ({
          id,
          role,
          startsOn: dayOf(startsOn),
          endsOn: optionalDayOf(endsOn),
        }));
      // A role that is over may have left work behind.
      const articles = await openWork(tx, tenantId, fromUserId);
      if (roles.length > 0 || articles.length > 0)
        branches.push({ slug: branch.slug, name: branch.name, roles, articles });
    }
    return { person, branches, today, lastDay: addDays(today, handOverDaysMax) };
  });
}

export type HandOverPreview = Awaited<ReturnType<typeof previewHandOver>>;
