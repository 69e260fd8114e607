import { z } from "zod";
import { flattenBaselineColumns } from "../../columns/baseline-columns.ts";
import { idSchema, versionSchema } from "../../kernel/ids.ts";
import { reasonSchema } from "../article-input.ts";
import { cleanText } from "../document/clean-text.ts";
import { checkedAtOnceMax, introductionCharsMax, noteCharsMax, targetsMax } from "./push-limits.ts";
import { copyStates, pushModes } from "./push-names.ts";

const cursor = z.string().max(200).optional();
const search = z.string().trim().max(60).optional();

/** Columns every branch has: the only ones that mean the same place everywhere. */
const columnKeySchema = z.enum(flattenBaselineColumns().map(({ key }) => key));

export const sendPushInput = z.object({
  /** The site the article is live on. */
  originBranchId: idSchema,
  articleId: idSchema,
  mode: z.enum(pushModes),
  columnKey: columnKeySchema,
  /** `all`: every open branch there is at this moment. */
  targets: z.union([z.literal("all"), z.array(idSchema).min(1).max(targetsMax)]),
  note: z.string().trim().max(noteCharsMax).default(""),
});
export type SendPushInput = z.infer<typeof sendPushInput>;

/** What could be sent: live articles of one site. */
export const findPushableInput = z.object({ originBranchId: idSchema, search, cursor });
export type FindPushableInput = z.infer<typeof findPushableInput>;

export const pushTargetsInput = z.object({ originBranchId: idSchema, articleId: idSchema });
export type PushTargetsInput = z.infer<typeof pushTargetsInput>;

export const listPushesInput = z.object({ search, cursor, limit: z.int().min(1).max(100).default(20) });
export type ListPushesInput = z.infer<typeof listPushesInput>;

export const pushRefInput = z.object({ pushId: idSchema });
export type PushRefInput = z.infer<typeof pushRefInput>;

export const listCopiesInput = pushRefInput.extend({
  state: z.enum(copyStates).optional(),
  search,
  cursor,
  limit: z.int().min(1).max(checkedAtOnceMax).default(checkedAtOnceMax),
});
export type ListCopiesInput = z.infer<typeof listCopiesInput>;

export const checkCopiesInput = pushRefInput.extend({ branchIds: z.array(idSchema).min(1).max(checkedAtOnceMax) });
export type CheckCopiesInput = z.infer<typeof checkCopiesInput>;

/** Without a branch: every one where it failed. */
export const retryPushInput = pushRefInput.extend({ branchId: idSchema.optional() });
export type RetryPushInput = z.infer<typeof retryPushInput>;

export const recallPushInput = pushRefInput.extend({ version: versionSchema, reason: reasonSchema });
export type RecallPushInput = z.infer<typeof recallPushInput>;

export const listOffersInput = z.object({
  /** `open`: what waits for an answer; `answered`: everything else that reached the branch. */
  tab: z.enum(["open", "answered"]).default("open"),
  cursor,
  limit: z.int().min(1).max(100).default(20),
});
export type ListOffersInput = z.infer<typeof listOffersInput>;

const copyRef = { pushId: idSchema, version: versionSchema };
export const acceptOfferInput = z.object(copyRef);
export type AcceptOfferInput = z.infer<typeof acceptOfferInput>;
export const declineOfferInput = z.object({ ...copyRef, reason: reasonSchema });
export type DeclineOfferInput = z.infer<typeof declineOfferInput>;

const articleRef = { articleId: idSchema, version: versionSchema };
export const unlinkCopyInput = z.object({ ...articleRef, reason: reasonSchema });
export type UnlinkCopyInput = z.infer<typeof unlinkCopyInput>;

/** Paragraphs, one a line; blank lines part nothing here. */
export function cleanLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== "");
}

/** A branch's own words above a pushed article's; empty for none. */
export const saveIntroductionInput = z.object({
  ...articleRef,
  introduction: z
    .string()
    .max(introductionCharsMax)
    .transform((text) => cleanLines(text).join("\n")),
});
export type SaveIntroductionInput = z.infer<typeof saveIntroductionInput>;
