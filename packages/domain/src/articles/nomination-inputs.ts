import { z } from "zod";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { reasonSchema } from "./article-input.ts";

/** `note`: why others should read it; the office decides by this. */
export const proposeNominationInput = z.object({ articleId: idSchema, note: reasonSchema });
export type ProposeNominationInput = z.infer<typeof proposeNominationInput>;

export const withdrawNominationInput = z.object({ articleId: idSchema, version: versionSchema });
export type WithdrawNominationInput = z.infer<typeof withdrawNominationInput>;

export const nominationTabs = ["proposed", "featured", "past"] as const;
export type NominationTab = (typeof nominationTabs)[number];

export const listNominationsInput = z.object({
  tab: z.enum(nominationTabs).default("proposed"),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListNominationsInput = z.infer<typeof listNominationsInput>;

const subject = { nominationId: idSchema, version: versionSchema };
export const featureNominationInput = z.object(subject);
export type FeatureNominationInput = z.infer<typeof featureNominationInput>;
/** Declining and ending do nothing without a reason in words: the branch reads it. */
export const closeNominationInput = z.object({ ...subject, reason: reasonSchema });
export type CloseNominationInput = z.infer<typeof closeNominationInput>;
