import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import type { ArticleRevision } from "../../articles/article-data.ts";

/** A stored text in the form it is saved in. */
export function contentOf(revision: ArticleRevision): ArticleContent {
  const { columnId, title, subtitle, summary, source, author, coverId, body, eventAt, attachments } = revision;
  return {
    ...{ columnId, title, subtitle, summary, source, author, coverId, body },
    eventAt: eventAt?.toISOString() ?? null,
    attachmentIds: attachments.map(({ id }) => id),
  };
}

/** Whether two texts are one after the server has normalised both; a body it would refuse equals nothing. */
export function sameContent(a: ArticleContent, b: ArticleContent): boolean {
  try {
    return JSON.stringify(normalised(a)) === JSON.stringify(normalised(b));
  } catch {
    return false;
  }
}

const line = (text: string) => text.replaceAll(/\s+/gu, " ").trim();

function normalised(content: ArticleContent): unknown {
  const { columnId, title, subtitle, summary, source, author, coverId, body, eventAt, attachmentIds } = content;
  const lines = [title, subtitle, source, author].map(line);
  const instant = eventAt === null ? null : new Date(eventAt).getTime();
  return [columnId, lines, summary, coverId, instant, attachmentIds, parseBody(body)];
}
