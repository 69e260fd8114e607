import { newId } from "@zhibu/db/new-id";
import { withReader } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { ObjectionInput } from "@zhibu/domain/publicity/objection-inputs";
import { sealSecret } from "../kernel/secret-box.ts";
import { newReceipt, receiptHash } from "./receipt.ts";
import { tellOfObjections } from "./tell-of-objections.ts";

/** Where an objection's sealed fields stand. */
export const objectionPlace = (objectionId: string): string => `objection:${objectionId}`;

/**
 * Takes a reader's objection to the running list with this number; words and sender are sealed before they reach the
 * database. Returns the receipt number, which is kept nowhere.
 * @throws AppError NOT_FOUND when no such list runs.
 */
export async function receiveObjection(
  tenantId: TenantId,
  no: number,
  { text, name, contact }: ObjectionInput,
  now: () => Date,
): Promise<{ receipt: string }> {
  const receipt = newReceipt();
  const id = newId();
  const sealed = sealSecret(JSON.stringify({ text, name, contact }), objectionPlace(id));
  await withReader(tenantId, async (tx) => {
    const list = await tx.publicityList.findUnique({
      where: { tenantId_no: { tenantId, no } },
      select: { id: true, state: true, endsAt: true },
    });
    if (list?.state !== "running" || list.endsAt === null || list.endsAt <= now())
      throw notFound("objection.notRunning");
    // Without RETURNING: a reader hands it in and can read none.
    await tx.$executeRaw`
      INSERT INTO objection (tenant_id, id, list_id, receipt_hash, named, sealed, received_at)
      VALUES (${tenantId}::uuid, ${id}::uuid, ${list.id}::uuid, ${receiptHash(receipt)}, ${name !== ""}, ${sealed}, ${now()})`;
  });
  // Whoever handles it sees it on the list all the same; a lost notice is made up for by the sweep.
  await tellOfObjections(tenantId, now).catch(() => undefined);
  return { receipt };
}
