import { withOffice } from "@zhibu/db/scope";
import { bannerStanding, type ListBannersInput } from "@zhibu/domain/tenancy/banners";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";

/** All banners there were, newest first, with what readers get of each now. */
export async function listBanners(ctx: OfficeContext, { cursor, limit }: ListBannersInput) {
  assertCanInCollege(ctx.actor.roles, "banner:manage");
  const after = decodeCursor(cursor);
  const now = ctx.now();
  return withOffice(async (tx) => {
    const rows = await tx.banner.findMany({
      where: behind("createdAt", after),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      omit: { createdById: true },
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((banner) => {
        const standing = bannerStanding(banner, now);
        return { ...banner, standing, can: { end: standing === "upcoming" || standing === "showing" } };
      }),
      nextCursor: rows.length > limit && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
      now,
    };
  });
}
