import { withTenant } from "@zhibu/db/scope";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import { type SelfCheck } from "@zhibu/domain/checks/self-check";
import { selfCheckVersion } from "@zhibu/domain/checks/self-check-keys";
import { approveArticle } from "../articles/approve-article.ts";
import { createArticle } from "../articles/create-article.ts";
import { publishArticle } from "../articles/publish-article.ts";
import { saveArticle } from "../articles/save-article.ts";
import { submitArticle } from "../articles/submit-article.ts";
import type { BranchContext } from "../kernel/context.ts";
import { newBranch, staffOf } from "./contexts.ts";

export const passedSelfCheck: SelfCheck = {
  version: selfCheckVersion,
  legality: true,
  copyright: true,
  portrait: true,
  privacy: true,
  secrecy: true,
};

/** The id of a baseline column of the branch. */
export async function columnOf(ctx: BranchContext, baselineKey: string): Promise<string> {
  const { id } = await withTenant(ctx.tenantId, (tx) =>
    tx.siteColumn.findFirstOrThrow({ where: { tenantId: ctx.tenantId, baselineKey } }),
  );
  return id;
}

/** Content that passes every check; change what the test is about. */
export async function contentIn(ctx: BranchContext, change: Partial<ArticleContent> = {}): Promise<ArticleContent> {
  return {
    columnId: await columnOf(ctx, "news.activities"),
    title: "支部开展主题党日活动",
    subtitle: "",
    summary: "",
    source: "测试支部",
    author: "测试员",
    eventAt: new Date(ctx.now().getTime() - 3_600_000).toISOString(),
    coverId: null,
    body: doc(p("支部全体党员参加了活动。")),
    attachmentIds: [],
    ...change,
  };
}

export type InHand = { articleId: string; version: number };

export async function draftBy(ctx: BranchContext, change: Partial<ArticleContent> = {}): Promise<InHand> {
  const content = await contentIn(ctx, change);
  const { articleId, version } = await createArticle(ctx, { columnId: content.columnId });
  const saved = await saveArticle(ctx, { articleId, version, content });
  return { articleId, version: saved.version };
}

export async function submittedBy(ctx: BranchContext, change: Partial<ArticleContent> = {}): Promise<InHand> {
  const draft = await draftBy(ctx, change);
  return submitArticle(ctx, { ...draft, selfCheck: passedSelfCheck, note: "", waiversAsked: [] });
}

export type Staff = Awaited<ReturnType<typeof staffOf>>;

export async function approvedBy(staff: Staff, change: Partial<ArticleContent> = {}): Promise<InHand> {
  const submitted = await submittedBy(staff.webmaster, change);
  return approveArticle(staff.secretary, { ...submitted, opinion: "", waivers: [], publish: false });
}

export async function publishedBy(staff: Staff, change: Partial<ArticleContent> = {}): Promise<InHand> {
  const approved = await approvedBy(staff, change);
  return publishArticle(staff.webmaster, approved);
}

/** A fresh branch with its staff. */
export async function staffedBranch(now?: () => Date) {
  const branch = await newBranch();
  return { branch, staff: await staffOf(branch, now) };
}

/** The article's row as the branch sees it. */
export async function rowOf(ctx: BranchContext, articleId: string) {
  return withTenant(ctx.tenantId, (tx) =>
    tx.article.findUniqueOrThrow({ where: { tenantId_id: { tenantId: ctx.tenantId, id: articleId } } }),
  );
}

/** Version of the branch's site and the newest that took something away. */
export async function siteVersionOf(ctx: BranchContext): Promise<{ version: bigint; removalVersion: bigint }> {
  return withTenant(ctx.tenantId, (tx) =>
    tx.siteVersion.findUniqueOrThrow({
      where: { siteId: ctx.tenantId },
      select: { version: true, removalVersion: true },
    }),
  );
}
