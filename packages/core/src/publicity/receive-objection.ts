import { newId } from "@zhibu/db/new-id";
import { withReader, type Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { ObjectionInput } from "@zhibu/domain/publicity/objection-inputs";
import { sealSecret } from "../kernel/secret-box.ts";
import { dropObjectionFile, keepObjectionFile, noFile, type ClaimedFile } from "./objection-file.ts";
import { newReceipt, receiptHash } from "./receipt.ts";
import { tellOfObjections } from "./tell-of-objections.ts";

/** Where an objection's sealed fields stand. */
export const objectionPlace = (objectionId: string): string => `objection:${objectionId}`;

/**
 * Takes a reader's objection to the running list with this number; words and sender are sealed before they reach the
 * database, and so is the file that may come with it. Returns the receipt number, which is kept nowhere.
 * @throws AppError NOT_FOUND when no such list runs; INVALID for a file that is refused, with media's own reasons.
 */
export async function receiveObjection(
  tenantId: TenantId,
  no: number,
  { text, name, contact }: ObjectionInput,
  now: () => Date,
  file: ClaimedFile | null = null,
): Promise<{ receipt: string }> {
  const receipt = newReceipt();
  const id = newId();
  const sealed = sealSecret(JSON.stringify({ text, name, contact }), objectionPlace(id));
  // Nothing is judged or stored for a list that is over.
  if (file) await withReader(tenantId, (tx) => runningList(tx, tenantId, no, now()));
  // The file first, then the row, so that a row always has its file.
  const { fileKey, fileName } = file ? await keepObjectionFile(tenantId, id, file) : noFile;
  try {
    await withReader(tenantId, async (tx) => {
      const list = await runningList(tx, tenantId, no, now());
      // Without RETURNING: a reader hands it in and can read none.
      await tx.$executeRaw`
        INSERT INTO objection (tenant_id, id, list_id, receipt_hash, named, sealed, file_key, file_name, received_at)
        VALUES (${tenantId}::uuid, ${id}::uuid, ${list.id}::uuid, ${receiptHash(receipt)}, ${name !== ""}, ${sealed},
          ${fileKey}, ${fileName}, ${now()})`;
    });
  } catch (error) {
    // What certainly was not recorded leaves nothing behind; after any other failure the nightly purge looks for the row.
    if (file && error instanceof AppError && error.code === "NOT_FOUND") await dropObjectionFile(fileKey);
    throw error;
  }
  // Whoever handles it sees it on the list all the same; a lost notice is made up for by the sweep.
  await tellOfObjections(tenantId, now).catch(() => undefined);
  return { receipt };
}

/** @throws AppError NOT_FOUND when no list with this number runs. */
async function runningList(tx: Tx, tenantId: TenantId, no: number, now: Date): Promise<{ id: string }> {
  const list = await tx.publicityList.findUnique({
    where: { tenantId_no: { tenantId, no } },
    select: { id: true, state: true, endsAt: true },
  });
  if (list?.state !== "running" || list.endsAt === null || list.endsAt <= now) throw notFound("objection.notRunning");
  return list;
}
