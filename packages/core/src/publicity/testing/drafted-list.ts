import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { BranchContext } from "../../kernel/context.ts";
import { createPublicity } from "../create-publicity.ts";
import { ensurePublicityTemplates } from "../ensure-templates.ts";
import { listPublicityTypes } from "../list-publicity.ts";

/** A publicity list in preparation. */
export async function draftedList(webmaster: BranchContext): Promise<string> {
  await withOffice(ensurePublicityTemplates);
  const [type] = await listPublicityTypes(webmaster);
  const { publicityId } = await createPublicity(webmaster, { templateId: type?.id ?? "" });
  return publicityId;
}

/** An objection as a reader would have left it, had the list begun. */
export async function objectionTo({ tenantId }: BranchContext, listId: string): Promise<string> {
  const id = newId();
  const sealed = { receiptHash: id, sealed: "", named: false, receivedAt: new Date() };
  await withOffice((tx) => tx.objection.create({ data: { tenantId, id, listId, ...sealed } }));
  return id;
}
