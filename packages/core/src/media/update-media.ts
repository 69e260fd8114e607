import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { formatOfSuffix } from "@zhibu/domain/media/file-formats";
import { storedFileName } from "@zhibu/domain/media/file-name";
import type { UpdateMediaInput } from "@zhibu/domain/media/media-inputs";
import { mayEditMedia } from "@zhibu/domain/media/media-rules";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { getMediaAt } from "./get-media.ts";

/**
 * Changes name, alt text and source. A name that was part of a submitted text stays: readers get what was reviewed.
 * @throws AppError FORBIDDEN when readers see the item and the actor may not publish; CONFLICT for a reviewed name.
 */
export async function updateMedia(
  ctx: BranchContext,
  input: UpdateMediaInput,
): Promise<{ id: string; version: number }> {
  assertCan(ctx.actor.roles, "media:upload");
  return withTenant(ctx.tenantId, async (tx) => {
    const { row, uses } = await getMediaAt(tx, ctx, input);
    const isLive = uses.some((use) => use.isLive);
    if (!mayEditMedia(ctx.actor.roles, { isLive })) throw new AppError("FORBIDDEN", "media.liveNeedsPublisher");
    const name = renamed(row.name, row.ext, input.name);
    if (name !== row.name && uses.some((use) => use.isSealed)) throw new AppError("CONFLICT", "media.nameReviewed");

    const texts = { name, alt: input.alt, source: input.source };
    await updateGuarded(tx.media, row, texts);
    await audit(
      tx,
      ctx,
      "media.update",
      { type: "media", id: row.id },
      {
        from: { name: row.name, alt: row.alt, source: row.source },
        to: texts,
      },
    );
    if (isLive) await bumpSiteVersion(tx, { removal: false });
    return { id: row.id, version: row.version + 1 };
  });
}

/** The suffix stays: it says what the content is. */
function renamed(current: string, suffix: string, stem: string): string {
  const format = formatOfSuffix(suffix);
  return format === null ? current : storedFileName({ stem, suffix }, format);
}
