import { Prisma } from "@zhibu/db/generated/client";
import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { MediaRefInput } from "@zhibu/domain/media/media-inputs";
import { mayDeleteMedia } from "@zhibu/domain/media/media-rules";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { dropUnusedFiles } from "./drop-unused-files.ts";
import { getMediaAt } from "./get-media.ts";
import { filesHome } from "./media-files.ts";

/**
 * Deletes an item nothing shows, not even an old revision: revisions are kept whole.
 * @throws AppError CONFLICT naming an article that uses it; FORBIDDEN for others' items without the right to publish.
 */
export async function deleteMedia(ctx: BranchContext, input: MediaRefInput): Promise<{ id: string }> {
  assertCan(ctx.actor.roles, "media:upload");
  const { tenantId, actor } = ctx;
  const home = await withTenant(tenantId, async (tx) => {
    const { row, uses } = await getMediaAt(tx, ctx, input);
    if (!mayDeleteMedia(actor.roles, actor.userId, row)) throw new AppError("FORBIDDEN", "media.notYours");
    const [use] = uses;
    if (use) throw new AppError("CONFLICT", "media.inUse", { count: uses.length, title: use.title });
    const { count } = await tx.media.deleteMany({ where: { tenantId, id: row.id, version: row.version } });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    await audit(tx, ctx, "media.delete", { type: "media", id: row.id }, { name: row.name, sha256: row.sha256 });
    return filesHome(row);
  }).catch(refuseWhenReferenced);
  // The row is gone, so nobody here can reach the files; should this fail, `purgeOrphanMedia` removes them later.
  await dropUnusedFiles(home, input.mediaId).catch(() => undefined);
  return { id: input.mediaId };
}

/** Someone saved a text with the item between our look and our deletion. */
function refuseWhenReferenced(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") {
    throw new AppError("CONFLICT", "changedMeanwhile", {}, { cause: error });
  }
  throw error;
}
