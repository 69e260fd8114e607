import { z } from "zod";
import { idSchema, versionSchema } from "../../kernel/ids.ts";

export const importRefInput = z.object({ importId: idSchema });
export type ImportRefInput = z.infer<typeof importRefInput>;

/** `goodOnly` says out loud that rows with problems are left out. */
export const confirmImportInput = importRefInput.extend({ version: versionSchema, goodOnly: z.boolean() });
export type ConfirmImportInput = z.infer<typeof confirmImportInput>;

export const listImportRowsInput = importRefInput.extend({
  show: z.enum(["all", "bad", "good"]),
  /** The last row of the page before. */
  cursor: z.int().min(0).max(2_000_000).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListImportRowsInput = z.infer<typeof listImportRowsInput>;
