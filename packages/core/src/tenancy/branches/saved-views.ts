import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import {
  savedViewsMax,
  type DeleteSavedViewInput,
  type ListSavedViewsInput,
  type SavedViewScreen,
  type SaveViewInput,
} from "@zhibu/domain/tenancy/branch-overview";
import { assertCanInCollege, type CollegePermission } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";

/** Who may see a list may keep views of it. */
const needed: Record<SavedViewScreen, CollegePermission> = { branches: "branch:oversee" };

export type ListedView = { id: string; name: string; query: string };

/** The person's own views of a list, by name. */
export function listSavedViews(ctx: OfficeContext, { screen }: ListSavedViewsInput): Promise<ListedView[]> {
  assertCanInCollege(ctx.actor.roles, needed[screen]);
  return withOffice((tx) =>
    tx.savedView.findMany({
      where: { userId: ctx.actor.userId, screen },
      select: { id: true, name: true, query: true },
      orderBy: { name: "asc" },
      take: savedViewsMax,
    }),
  );
}

/** Keeps a view; one of the same name is replaced. @throws AppError CONFLICT when there are too many. */
export async function saveView(ctx: OfficeContext, { screen, name, query }: SaveViewInput): Promise<{ id: string }> {
  assertCanInCollege(ctx.actor.roles, needed[screen]);
  const { userId } = ctx.actor;
  return withOffice(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views:${userId}`}, 0))::text`;
    const others = await tx.savedView.count({ where: { userId, screen, name: { not: name } } });
    if (others >= savedViewsMax) throw new AppError("CONFLICT", "savedView.tooMany", { max: savedViewsMax });
    const { id } = await tx.savedView.upsert({
      where: { userId_screen_name: { userId, screen, name } },
      create: { id: newId(), userId, screen, name, query },
      update: { query },
    });
    return { id };
  });
}

/** @throws AppError NOT_FOUND for a view that is not the person's own. */
export async function deleteSavedView(ctx: OfficeContext, { viewId }: DeleteSavedViewInput): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "branch:oversee");
  const { count } = await withOffice((tx) =>
    tx.savedView.deleteMany({ where: { id: viewId, userId: ctx.actor.userId } }),
  );
  if (count !== 1) throw notFound();
}
