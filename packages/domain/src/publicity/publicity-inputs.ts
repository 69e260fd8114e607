import { z } from "zod";
import { reasonSchema } from "../articles/article-input.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { publicityDraftSchema } from "./publicity-draft.ts";
import { publicityTabs } from "./publicity-tabs.ts";
import { publicityTemplateSchema } from "./publicity-template.ts";

const subject = { publicityId: idSchema, version: versionSchema };

export const listPublicityInput = z.object({
  tab: z.enum(publicityTabs).default("all"),
  cursor: z.string().max(300).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListPublicityInput = z.infer<typeof listPublicityInput>;

export const createPublicityInput = z.object({ templateId: idSchema });
export type CreatePublicityInput = z.infer<typeof createPublicityInput>;

export const publicityRefInput = z.object({ publicityId: idSchema });
export type PublicityRefInput = z.infer<typeof publicityRefInput>;

export const publicityActionInput = z.object(subject);
export type PublicityActionInput = z.infer<typeof publicityActionInput>;

export const savePublicityInput = z.object({ ...subject, draft: publicityDraftSchema });
export type SavePublicityInput = z.infer<typeof savePublicityInput>;

/** Returning, taking a signature back, correcting and withdrawing do nothing without a reason. */
export const publicityReasonInput = z.object({ ...subject, reason: reasonSchema });
export type PublicityReasonInput = z.infer<typeof publicityReasonInput>;

/** Names that left the readers are looked at for a reason, which goes on record. */
export const readArchiveInput = z.object({ publicityId: idSchema, reason: reasonSchema });
export type ReadArchiveInput = z.infer<typeof readArchiveInput>;

export const extendPublicityInput = z.object({ ...subject, reason: reasonSchema, lastDay: z.iso.date() });
export type ExtendPublicityInput = z.infer<typeof extendPublicityInput>;

export const proofFormats = ["pdf", "zip"] as const;
export type ProofFormat = (typeof proofFormats)[number];

/** What a proof pack is made of, and in which form. */
export const provePublicityInput = z.object({ publicityId: idSchema, format: z.enum(proofFormats) });
export type ProvePublicityInput = z.infer<typeof provePublicityInput>;

export const statePublicityInput = z.object({ ...subject, statement: z.string().trim().min(10).max(2_000) });
export type StatePublicityInput = z.infer<typeof statePublicityInput>;

export const saveTemplateInput = z.object({
  /** `null` for a new type. */
  templateId: idSchema.nullable(),
  version: versionSchema,
  key: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u),
  definition: publicityTemplateSchema,
});
export type SaveTemplateInput = z.infer<typeof saveTemplateInput>;

export const templateRefInput = z.object({ templateId: idSchema });
export type TemplateRefInput = z.infer<typeof templateRefInput>;

export const archiveTemplateInput = z.object({ templateId: idSchema, version: versionSchema, archived: z.boolean() });
export type ArchiveTemplateInput = z.infer<typeof archiveTemplateInput>;

const daysSchema = z.array(z.iso.date()).max(120);

const yearSchema = z.int().min(2020).max(2100);

export const calendarYearInput = z.object({ year: yearSchema });
export type CalendarYearInput = z.infer<typeof calendarYearInput>;

/** An arrangement that is being thought of: what would it move? */
export const previewCalendarYearInput = z.object({ year: yearSchema, daysOff: daysSchema, swappedIn: daysSchema });
export type PreviewCalendarYearInput = z.infer<typeof previewCalendarYearInput>;

/** The arrangement of one year. What its days must be is `assertArrangement`'s to say. */
export const setCalendarYearInput = z.object({
  year: yearSchema,
  /** 0 for a year that has no arrangement yet. */
  version: versionSchema,
  daysOff: daysSchema,
  swappedIn: daysSchema,
  source: z.string().trim().min(2).max(200),
});
export type SetCalendarYearInput = z.infer<typeof setCalendarYearInput>;
