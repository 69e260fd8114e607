import { z } from "zod";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { articleTabs } from "./article-tabs.ts";
import { cleanText } from "./document/clean-text.ts";
import { reasonCharsMax, reasonCharsMin } from "./reason.ts";

export const titleCharsMax = 120;
export const attachmentsMax = 20;

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replaceAll(/\s+/gu, " ").trim());

/** What a writer fills in. The body is checked by `parseBody`, which names what is wrong with it. */
export const articleContentSchema = z.object({
  columnId: idSchema,
  title: line(titleCharsMax),
  subtitle: line(titleCharsMax),
  summary: z.string().max(300).transform(cleanText),
  source: line(60),
  author: line(60),
  /** When it happened (ISO instant); news is due 48 hours after it. */
  eventAt: z.iso.datetime({ offset: true }).nullable(),
  coverId: idSchema.nullable(),
  body: z.unknown(),
  attachmentIds: z.array(idSchema).max(attachmentsMax),
});
export type ArticleContent = z.infer<typeof articleContentSchema>;

const subject = { articleId: idSchema, version: versionSchema };

/** A reason in words: returning, taking down and waiving do nothing without one. */
export const reasonSchema = z.string().trim().min(reasonCharsMin).max(reasonCharsMax);
export const opinionSchema = z.string().trim().max(reasonCharsMax).default("");

/** One blocking finding that may pass, and why. */
export const waiverSchema = z.object({ findingKey: z.string().min(1).max(200), reason: reasonSchema });
export type Waiver = z.infer<typeof waiverSchema>;
export const waiversSchema = z.array(waiverSchema).max(100).default([]);

export const createArticleInput = z.object({ columnId: idSchema });
export const articleRefInput = z.object({ articleId: idSchema });
export const articleActionInput = z.object(subject);
export const saveArticleInput = z.object({ ...subject, content: articleContentSchema });
export const returnArticleInput = z.object({ ...subject, reason: reasonSchema });
export const withdrawArticleInput = z.object({ ...subject, reason: reasonSchema });
/** `publish` approves and publishes in one step; it needs both permissions. */
export const approveArticleInput = z.object({
  ...subject,
  opinion: opinionSchema,
  waivers: waiversSchema,
  publish: z.boolean().default(false),
});
/** `publishAt`: ISO instant in the future. */
export const scheduleArticleInput = z.object({ ...subject, publishAt: z.iso.datetime({ offset: true }) });
export const pinArticleInput = z.object({ ...subject, pinned: z.boolean() });
export const restoreRevisionInput = z.object({ ...subject, revisionId: idSchema });

export type CreateArticleInput = z.infer<typeof createArticleInput>;
export type ArticleRefInput = z.infer<typeof articleRefInput>;
export type ArticleActionInput = z.infer<typeof articleActionInput>;
export type SaveArticleInput = z.infer<typeof saveArticleInput>;
export type ReturnArticleInput = z.infer<typeof returnArticleInput>;
export type WithdrawArticleInput = z.infer<typeof withdrawArticleInput>;
export type ApproveArticleInput = z.infer<typeof approveArticleInput>;
export type ScheduleArticleInput = z.infer<typeof scheduleArticleInput>;
export type PinArticleInput = z.infer<typeof pinArticleInput>;
export type RestoreRevisionInput = z.infer<typeof restoreRevisionInput>;

const articleTabSchema = z.enum(articleTabs);

export const listArticlesInput = z.object({
  tab: articleTabSchema.default("all"),
  columnId: idSchema.optional(),
  /** Words in the title. */
  search: z.string().trim().max(60).optional(),
  /** Opaque: the `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListArticlesInput = z.infer<typeof listArticlesInput>;
