import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { defaultPublicityTemplates } from "@zhibu/domain/publicity/default-templates";

/**
 * The five types a college begins with, where they are missing, in the caller's office transaction; returns the keys it
 * added. A type the office reworded or archived is left as it is.
 */
export async function ensurePublicityTemplates(tx: Tx): Promise<string[]> {
  const added: string[] = [];
  for (const [position, { key, ...definition }] of defaultPublicityTemplates.entries()) {
    const id = newId();
    const { count } = await tx.publicityTemplate.createMany({ data: { id, key, position }, skipDuplicates: true });
    if (count === 0) continue;
    await tx.publicityTemplateVersion.create({
      data: { id: newId(), templateId: id, number: 1, definition, createdByName: "" },
    });
    added.push(key);
  }
  return added;
}
