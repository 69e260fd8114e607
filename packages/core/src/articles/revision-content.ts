import { createHash } from "node:crypto";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";

/** The columns of a revision row that hold its words. */
export type RevisionContent = {
  columnId: string;
  title: string;
  subtitle: string;
  summary: string;
  source: string;
  author: string;
  eventAt: Date | null;
  coverId: string | null;
  body: BodyDocument;
  bodyText: string;
  contentHash: string;
};

function hashOf(content: Omit<RevisionContent, "contentHash" | "bodyText">, attachmentIds: readonly string[]): string {
  const { columnId, title, subtitle, summary, source, author, eventAt, coverId, body } = content;
  const text = JSON.stringify([
    columnId,
    title,
    subtitle,
    summary,
    source,
    author,
    eventAt?.toISOString() ?? null,
    coverId,
    body,
    attachmentIds,
  ]);
  return createHash("sha256").update(text).digest("hex");
}

/** Parsed input as a row: body validated and normalised, plain text and hash derived from it. @throws AppError INVALID. */
export function contentToRow(content: ArticleContent): RevisionContent {
  const body = parseBody(content.body);
  const { attachmentIds, ...rest } = content;
  const row = { ...rest, body, eventAt: content.eventAt === null ? null : new Date(content.eventAt) };
  return { ...row, bodyText: bodyText(body), contentHash: hashOf(row, attachmentIds) };
}

/** What a new article begins with: its source and author are known already. */
export function emptyContent(columnId: string, source: string, author: string): RevisionContent {
  return contentToRow({
    columnId,
    source,
    author,
    title: "",
    subtitle: "",
    summary: "",
    eventAt: null,
    coverId: null,
    attachmentIds: [],
    body: { type: "doc", content: [{ type: "paragraph" }] },
  });
}
