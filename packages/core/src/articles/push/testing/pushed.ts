import { withOffice } from "@zhibu/db/scope";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import type { PushMode } from "@zhibu/domain/articles/push/push-names";
import type { OfficeContext } from "../../../kernel/context.ts";
import {
  contentIn,
  passedSelfCheck,
  publishedBy,
  rowOf,
  staffedBranch,
  type InHand,
  type Staff,
} from "../../../testing/articles.ts";
import { approveArticle } from "../../approve-article.ts";
import { publishArticle } from "../../publish-article.ts";
import { saveArticle } from "../../save-article.ts";
import { submitArticle } from "../../submit-article.ts";
import { deliverPush } from "../deliver-push.ts";
import { sendPush } from "../send-push.ts";

export const columnKey = "news.activities";

export type Origin = { staff: Staff; branchId: string; article: InHand; office: OfficeContext };

/** A live article of one site, and the office that may send it. */
export async function originBy(office: OfficeContext, change: Partial<ArticleContent> = {}): Promise<Origin> {
  const { branch, staff } = await staffedBranch(office.now);
  return { staff, branchId: branch.tenantId, office, article: await publishedBy(staff, change) };
}

/** Sends the origin to branches; delivered unless told otherwise. */
export async function push(
  { office, branchId, article }: Origin,
  targets: readonly Staff[],
  { mode = "required", deliver = true }: { mode?: PushMode; deliver?: boolean } = {},
): Promise<string> {
  const { pushId } = await sendPush(office, {
    originBranchId: branchId,
    articleId: article.articleId,
    mode,
    columnKey,
    targets: targets.map((staff) => staff.webmaster.tenantId),
    note: "",
  });
  if (deliver) await deliverPush(pushId, office.now);
  return pushId;
}

/** The origin gets a new text, by the ordinary way. */
export async function correct(origin: Origin, change: Partial<ArticleContent>): Promise<void> {
  const { staff, article } = origin;
  const { version } = await rowOf(staff.webmaster, article.articleId);
  const content = await contentIn(staff.webmaster, change);
  const saved = await saveArticle(staff.webmaster, { articleId: article.articleId, version, content });
  await throughReview(staff, { articleId: article.articleId, version: saved.version });
}

/** Submitted, approved and published. */
export async function throughReview({ webmaster, secretary }: Staff, article: InHand): Promise<void> {
  const submitted = await submitArticle(webmaster, {
    ...article,
    selfCheck: passedSelfCheck,
    note: "",
    waiversAsked: [],
  });
  const approved = await approveArticle(secretary, { ...submitted, opinion: "", waivers: [], publish: false });
  await publishArticle(webmaster, approved);
}

/** The copy's row in one branch. */
export async function copyIn(staff: Staff, pushId: string) {
  return withOffice((tx) =>
    tx.pushCopy.findUniqueOrThrow({
      where: { tenantId_pushId: { tenantId: staff.webmaster.tenantId, pushId } },
      include: { article: true },
    }),
  );
}
