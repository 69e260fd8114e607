import { z } from "zod";
import { cleanText } from "../articles/document/clean-text.ts";
import { severities } from "../checks/finding.ts";
import { daySchema } from "../kernel/calendar-day.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { factKeySchema } from "./fact-key.ts";

const line = (min: number, max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replaceAll(/\s+/gu, " ").trim())
    .pipe(z.string().min(min));

const reason = line(2, 500);

/** A value is words for one line: a figure, a name, an address. */
export const factValueSchema = line(1, 100);

const factWords = { name: line(2, 40), unit: line(0, 10), note: line(0, 200) };
const firstValue = { value: factValueSchema, effectiveFrom: daySchema, source: line(2, 120) };

export const addFactInput = z.object({ key: factKeySchema, ...factWords, ...firstValue });
export const factRefInput = z.object({ factId: idSchema });
export const renameFactInput = z.object({ factId: idSchema, version: versionSchema, ...factWords });
export const archiveFactInput = z.object({ factId: idSchema, version: versionSchema, archived: z.boolean() });
export const addFactValueInput = z.object({ factId: idSchema, version: versionSchema, ...firstValue });
export const voidFactValueInput = z.object({ factId: idSchema, version: versionSchema, valueId: idSchema, reason });

const termWords = {
  words: line(2, 60),
  variants: z.array(line(1, 60)).min(1).max(30),
  note: line(0, 200),
  severity: z.enum(severities),
};

export const addTermInput = z.object(termWords);
export const termRefInput = z.object({ termId: idSchema });
export const changeTermInput = z.object({ termId: idSchema, version: versionSchema, ...termWords });
export const retireTermInput = z.object({ termId: idSchema, version: versionSchema, retired: z.boolean() });
export const listTermsInput = z.object({
  search: z.string().trim().max(60).default(""),
  retired: z.boolean().default(false),
  cursor: z.string().max(200).optional(),
});

/** The last part of a page's address on every host: `/p/{slug}`. */
export const pageSlugSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const addPageInput = z.object({ slug: pageSlugSchema, title: line(2, 30), articleId: idSchema });
export const changePageInput = z.object({
  pageId: idSchema,
  version: versionSchema,
  title: line(2, 30),
  articleId: idSchema,
});
export const hidePageInput = z.object({ pageId: idSchema, version: versionSchema, hidden: z.boolean() });
export const orderPagesInput = z.object({ pageIds: z.array(idSchema).max(50) });
export const findPageArticlesInput = z.object({ search: z.string().trim().max(60).default("") });

export const scanRefInput = z.object({ scanId: idSchema });
export const listFindingsInput = z.object({ scanId: idSchema, cursor: z.string().max(200).optional() });
/** What is sure is sent and what is not is left, but for those the office thought otherwise of. */
export const sendCorrectionsInput = z.object({
  scanId: idSchema,
  version: versionSchema,
  toggledIds: z.array(idSchema).max(5_000),
});
export const dropScanInput = z.object({ scanId: idSchema, version: versionSchema });

export const correctionTabs = ["open", "done", "dismissed"] as const;
export const listCorrectionsInput = z.object({
  tab: z.enum(correctionTabs).default("open"),
  cursor: z.string().max(200).optional(),
});
export const acceptCorrectionInput = z.object({ taskId: idSchema, version: versionSchema });
export const dismissCorrectionInput = z.object({ taskId: idSchema, version: versionSchema, reason });

export type AddFactInput = z.infer<typeof addFactInput>;
export type FactRefInput = z.infer<typeof factRefInput>;
export type RenameFactInput = z.infer<typeof renameFactInput>;
export type ArchiveFactInput = z.infer<typeof archiveFactInput>;
export type AddFactValueInput = z.infer<typeof addFactValueInput>;
export type VoidFactValueInput = z.infer<typeof voidFactValueInput>;
export type AddTermInput = z.infer<typeof addTermInput>;
export type TermRefInput = z.infer<typeof termRefInput>;
export type ChangeTermInput = z.infer<typeof changeTermInput>;
export type RetireTermInput = z.infer<typeof retireTermInput>;
export type ListTermsInput = z.infer<typeof listTermsInput>;
export type AddPageInput = z.infer<typeof addPageInput>;
export type ChangePageInput = z.infer<typeof changePageInput>;
export type HidePageInput = z.infer<typeof hidePageInput>;
export type OrderPagesInput = z.infer<typeof orderPagesInput>;
export type FindPageArticlesInput = z.infer<typeof findPageArticlesInput>;
export type ScanRefInput = z.infer<typeof scanRefInput>;
export type ListFindingsInput = z.infer<typeof listFindingsInput>;
export type SendCorrectionsInput = z.infer<typeof sendCorrectionsInput>;
export type DropScanInput = z.infer<typeof dropScanInput>;
export type ListCorrectionsInput = z.infer<typeof listCorrectionsInput>;
export type AcceptCorrectionInput = z.infer<typeof acceptCorrectionInput>;
export type DismissCorrectionInput = z.infer<typeof dismissCorrectionInput>;
