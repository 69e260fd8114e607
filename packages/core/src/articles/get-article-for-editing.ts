import { withTenant, type Tx } from "@zhibu/db/scope";
import type { ArticleRefInput } from "@zhibu/domain/articles/article-input";
import { bodyFacts } from "@zhibu/domain/articles/document/body-facts";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { factDayOf } from "@zhibu/domain/baseline/fact-day";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { factsAt } from "../baseline/facts-at.ts";
import type { BranchContext } from "../kernel/context.ts";
import { withReading } from "../media/reading/stored-reading.ts";
import { listEvents } from "../workflow/list-events.ts";
import { articleAbilities } from "./article-abilities.ts";
import { checkRevision } from "./check-revision.ts";
import { nominationOf } from "./featured/nomination-of.ts";
import { getArticle } from "./get-article.ts";
import { articleSubject } from "./move-article.ts";
import { findFollowed } from "./push/find-followed.ts";
import { isPushed } from "./push/origin-changes.ts";

const mediaFields = {
  id: true,
  kind: true,
  name: true,
  mime: true,
  ext: true,
  bytes: true,
  width: true,
  height: true,
  widths: true,
  alt: true,
  source: true,
  reading: true,
} as const;

/** A stored text with everything a screen shows of it. */
export async function readRevision(tx: Tx, ctx: BranchContext, revisionId: string) {
  const revision = await tx.revision.findUnique({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: revisionId } },
    include: {
      media: { orderBy: { position: "asc" }, include: { media: { select: mediaFields } } },
      column: { select: { module: true } },
      article: { select: { publishedAt: true } },
    },
  });
  if (!revision) throw notFound();
  const { media, column, article, tenantId: _tenantId, bodyText: _bodyText, ...rest } = revision;
  const body = parseBody(rest.body);
  const day = factDayOf({ ...column, ...article, eventAt: rest.eventAt }, ctx.now());
  return {
    ...rest,
    body,
    /** What the college's facts in the text say to its readers. */
    facts: await factsAt(tx, bodyFacts(body), day),
    pictures: media.filter((used) => used.use !== "attachment").map((used) => withReading(used.media)),
    attachments: media.filter((used) => used.use === "attachment").map((used) => withReading(used.media)),
  };
}

/** Everything the editor opens with: the text in work (else the live one), findings, timeline and what the caller may do. */
export async function getArticleForEditing(ctx: BranchContext, input: ArticleRefInput) {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticle(tx, ctx, input.articleId);
    const revisionId =
      article.workingRevisionId ?? article.liveRevisionId ?? (await newestRevisionId(tx, ctx, article.id));
    const { tenantId: _tenantId, ...summary } = article;
    return {
      article: summary,
      revision: await readRevision(tx, ctx, revisionId),
      findings: await checkRevision(tx, ctx, revisionId),
      timeline: await listEvents(tx, ctx.tenantId, articleSubject(article.id)),
      nomination: await nominationOf(tx, ctx, article),
      follows: await findFollowed(tx, article),
      /** Copies elsewhere follow this text: what is published here is published there. */
      isPushed: await isPushed(tx, article),
      can: articleAbilities(ctx, article),
    };
  });
}

/** An archived draft has neither a live nor a working text, but its history. */
async function newestRevisionId(tx: Tx, ctx: BranchContext, articleId: string): Promise<string> {
  const { id } = await tx.revision.findFirstOrThrow({
    where: { tenantId: ctx.tenantId, articleId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return id;
}
