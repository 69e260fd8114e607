import { buffer } from "node:stream/consumers";
import { withTenant } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { ObjectionFile, ObjectionRefInput } from "@zhibu/domain/publicity/objection-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { openBytes } from "../kernel/secret-box.ts";
import { getStorage } from "../kernel/storage.ts";
import { getObjection } from "./handle-objection.ts";
import { bytesPlace, openFileFacts } from "./objection-file.ts";

/**
 * The file that came with an objection, opened. Each fetching is in the trail.
 * @throws AppError NOT_FOUND for an objection without one, a missing one and another branch's alike.
 */
export async function readObjectionFile(
  ctx: BranchContext,
  { objectionId }: ObjectionRefInput,
): Promise<ObjectionFile & { content: Buffer }> {
  assertCan(ctx.actor.roles, "objection:handle");
  const { facts, fileKey } = await withTenant(ctx.tenantId, async (tx) => {
    const objection = await getObjection(tx, ctx, objectionId);
    const opened = openFileFacts(objection);
    if (!opened) throw notFound("objection.notFound");
    await audit(tx, ctx, "objection.readFile", { type: "objection", id: objectionId });
    return { facts: opened, fileKey: objection.fileKey };
  });
  const stored = await getStorage().get(fileKey);
  if (!stored) throw new AppError("UNAVAILABLE", "media.storageAway");
  return { ...facts, content: openBytes(await buffer(stored.stream), bytesPlace(objectionId)) };
}
