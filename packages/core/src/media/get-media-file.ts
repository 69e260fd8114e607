import { withTenant } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { servedFile, type ServedFile } from "./media-files.ts";

/**
 * A file of the branch's library, published or not, for the branch's own people.
 * @throws AppError NOT_FOUND for a missing item, another branch's, or a file it doesn't have.
 */
export async function getMediaFile(ctx: BranchContext, mediaId: string, file: string): Promise<ServedFile> {
  assertCan(ctx.actor.roles, "media:read");
  if (!idSchema.safeParse(mediaId).success) throw notFound();
  const { tenantId } = ctx;
  const row = await withTenant(tenantId, (tx) =>
    tx.media.findUnique({ where: { tenantId_id: { tenantId, id: mediaId }, purpose: "library" } }),
  );
  const found = row && servedFile(row, file);
  if (!found) throw notFound();
  return found;
}
