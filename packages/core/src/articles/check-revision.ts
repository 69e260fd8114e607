import type { Tx } from "@zhibu/db/scope";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { checkArticle } from "@zhibu/domain/checks/check-article";
import type { CheckArticleInput } from "@zhibu/domain/checks/check-article-input";
import { defaultCheckRules } from "@zhibu/domain/checks/check-rules";
import type { Finding } from "@zhibu/domain/checks/finding";
import { readBaseline } from "../baseline/college-baseline.ts";
import type { BranchContext } from "../kernel/context.ts";
import { withReading } from "../media/reading/stored-reading.ts";

/** Runs the checks of DOMAIN §4 on a stored revision as of now. */
export async function checkRevision(tx: Tx, ctx: BranchContext, revisionId: string): Promise<Finding[]> {
  const { tenantId } = ctx;
  const revision = await tx.revision.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: revisionId } },
    include: {
      column: { select: { module: true } },
      article: { select: { publishedAt: true, linkedPushId: true } },
      media: { include: { media: { select: { id: true, name: true, alt: true, source: true, reading: true } } } },
    },
  });
  const ofUse = (use: string) => revision.media.filter((used) => used.use === use).map((used) => used.media);
  const article: CheckArticleInput = {
    title: revision.title,
    subtitle: revision.subtitle,
    summary: revision.summary,
    source: revision.source,
    author: revision.author,
    body: parseBody(revision.body),
    eventAt: revision.eventAt,
    module: revision.column.module,
    // What is out already was published when it was: only a first publication runs against the 48 hours.
    now: revision.article.publishedAt ?? ctx.now(),
    attachments: ofUse("attachment").map(withReading),
    pictures: ofUse("picture"),
    cover: ofUse("cover")[0] ?? null,
    introduction: revision.introduction,
  };
  const findings = checkArticle(article, { ...defaultCheckRules, baseline: await readBaseline(tx, ctx.now()) });
  // A pushed text was checked and approved where it was written; the branch answers for its own words above it.
  return revision.article.linkedPushId === null
    ? findings
    : findings.filter((finding) => finding.where.field === "introduction");
}

/** The findings that stop an article unless someone else waives them with a reason. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === "block");
}

/** Blocking findings without a waiver among those given. */
export function unwaived(findings: readonly Finding[], waivers: readonly { findingKey: string }[]): Finding[] {
  const waived = new Set(waivers.map((waiver) => waiver.findingKey));
  return blocking(findings).filter((finding) => !waived.has(finding.key));
}
