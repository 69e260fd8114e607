import { z } from "zod";
import { daySchema } from "../kernel/calendar-day.ts";
import { idSchema } from "../kernel/ids.ts";
import { actionGroups } from "./action-groups.ts";

/** Which records of the trail are meant; what is left out does not narrow. Days are whole days of Asia/Shanghai. */
export const trailFilterSchema = z.object({
  /** A branch's id, or the college's for its own chain. */
  chainId: idSchema.optional(),
  /** A person's id. */
  actorId: idSchema.optional(),
  /** An id, an article's number in the chosen branch, or an address of it. */
  subject: z.string().trim().max(300).optional(),
  group: z.enum(actionGroups).optional(),
  fromDay: daySchema.optional(),
  /** Inclusive. */
  toDay: daySchema.optional(),
});
export type TrailFilter = z.infer<typeof trailFilterSchema>;

export const listTrailInput = trailFilterSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListTrailInput = z.infer<typeof listTrailInput>;

export const searchTrailInput = z.object({ search: z.string().trim().max(60).default("") });
export type SearchTrailInput = z.infer<typeof searchTrailInput>;

/** Without a chain all of them are verified. */
export const verifyTrailInput = z.object({ chainId: idSchema.optional() });
export type VerifyTrailInput = z.infer<typeof verifyTrailInput>;

/** What a person takes away at once; more is for a shorter period, or for the database's own tools. */
export const exportRowsMax = 100_000;

export const exportFormats = ["xlsx", "csv"] as const;
export const exportTrailInput = trailFilterSchema.extend({ format: z.enum(exportFormats) });
export type ExportTrailInput = z.infer<typeof exportTrailInput>;
