import type { Prisma } from "@zhibu/db/generated/client";
import { withTenant } from "@zhibu/db/scope";
import type { ListMediaInput } from "@zhibu/domain/media/media-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { mediaItem, type MediaItem } from "./media-item.ts";
import { findMediaUses } from "./media-uses.ts";

export type MediaPage = { items: MediaItem[]; nextCursor: string | null };

/** The branch's library, newest first, a page at a time. */
export async function listMedia(ctx: BranchContext, input: ListMediaInput): Promise<MediaPage> {
  assertCan(ctx.actor.roles, "media:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const rows = await tx.media.findMany({
      where: {
        tenantId: ctx.tenantId,
        purpose: "library",
        ...filterOf(input),
        ...behind("createdAt", decodeCursor(input.cursor)),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      include: { reading: true },
    });
    const page = rows.slice(0, input.limit);
    const last = rows.length > input.limit ? page.at(-1) : undefined;
    const uses = await findMediaUses(
      tx,
      ctx.tenantId,
      page.map((row) => row.id),
    );
    return {
      items: page.map((row) => mediaItem(ctx, row, uses.get(row.id) ?? [])),
      nextCursor: last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
    };
  });
}

function filterOf({ kind, search }: ListMediaInput): Prisma.MediaWhereInput {
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  return {
    ...(kind ? { kind } : {}),
    ...(search ? { OR: [{ name: contains }, { alt: contains }, { source: contains }] } : {}),
  };
}
