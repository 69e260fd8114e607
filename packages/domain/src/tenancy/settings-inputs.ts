import { z } from "zod";
import { versionSchema } from "../kernel/ids.ts";

export const introLengthMax = 2_000;

/** Figures, blanks, hyphens, brackets and the signs between several numbers and their extensions. */
const phonePattern = /^[\d\s+\-()（）/、,，;；转]*$/u;

/** What a branch says about itself on its site; an empty text is left out there. */
export const branchSettingsFields = z.object({
  intro: z.string().trim().max(introLengthMax),
  address: z.string().trim().max(200),
  phone: z.string().trim().max(80).regex(phonePattern),
  email: z.union([z.literal(""), z.email().max(120)]),
  icp: z.string().trim().max(80),
});
export type BranchSettingsFields = z.infer<typeof branchSettingsFields>;

export const updateBranchSettingsInput = branchSettingsFields.extend({ version: versionSchema });
export type UpdateBranchSettingsInput = z.infer<typeof updateBranchSettingsInput>;
