import { z } from "zod";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { cadences } from "./cadence.ts";
import { columnNameChars, columnSlugChars, columnsMax } from "./column-limits.ts";

/** One of the cadences in days, or `null` for a page that stands until something changes. */
const cadenceDaysSchema = z
  .int()
  .refine((days) => cadences.some((cadence) => cadence.days === days))
  .nullable();

/** What readers see in menus: short, on one line, visible characters only. */
export const columnNameSchema = z
  .string()
  .max(100)
  .transform((name) => name.replaceAll(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(columnNameChars.min)
      .max(columnNameChars.max)
      .regex(/^[^\p{Cc}\p{Cf}<>]+$/u),
  );

/** The column's part of its address, `/c/{slug}`: fixed once given, for addresses are for ever. */
export const columnSlugSchema = z
  .string()
  .min(columnSlugChars.min)
  .max(columnSlugChars.max)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u);

export const columnRefInput = z.object({ columnId: idSchema, version: versionSchema });
export type ColumnRefInput = z.infer<typeof columnRefInput>;

/** Without a parent the column stands among the branch's own features (特色栏目). */
export const addColumnInput = z.object({
  name: columnNameSchema,
  slug: columnSlugSchema,
  parentId: idSchema.nullable(),
  cadenceDays: cadenceDaysSchema,
});
export type AddColumnInput = z.infer<typeof addColumnInput>;

export const renameColumnInput = columnRefInput.extend({ name: columnNameSchema });
export type RenameColumnInput = z.infer<typeof renameColumnInput>;

export const setColumnCadenceInput = columnRefInput.extend({ cadenceDays: cadenceDaysSchema });
export type SetColumnCadenceInput = z.infer<typeof setColumnCadenceInput>;

export const moveColumnInput = columnRefInput.extend({ parentId: idSchema.nullable() });
export type MoveColumnInput = z.infer<typeof moveColumnInput>;

/** All siblings in their new order, each at the version it was seen. */
export const orderColumnsInput = z.object({ columns: z.array(columnRefInput).min(2).max(columnsMax) });
export type OrderColumnsInput = z.infer<typeof orderColumnsInput>;

export const suggestColumnSlugInput = z.object({ name: z.string().min(1).max(100) });
export type SuggestColumnSlugInput = z.infer<typeof suggestColumnSlugInput>;
