import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { defaultPublicityTemplates } from "@zhibu/domain/publicity/default-templates";

/** The five types a college begins with, where they are missing; in the caller's office transaction. */
export async function ensurePublicityTemplates(tx: Tx): Promise<void> {
  for (const [position, { key, ...definition }] of defaultPublicityTemplates.entries()) {
    if (await tx.publicityTemplate.findUnique({ where: { key }, select: { id: true } })) continue;
    const id = newId();
    await tx.publicityTemplate.create({ data: { id, key, position } });
    await tx.publicityTemplateVersion.create({
      data: { id: newId(), templateId: id, number: 1, definition, createdByName: "" },
    });
  }
}
