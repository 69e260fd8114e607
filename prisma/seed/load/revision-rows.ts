import { contentToRow, type RevisionContent } from "@zhibu/core/articles/revision-content";
import type { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import { bodyExcerpt } from "@zhibu/domain/articles/document/body-excerpt";
import { bodyFacts } from "@zhibu/domain/articles/document/body-facts";
import type { BlockNode, BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { doc, picture } from "@zhibu/domain/articles/document/build-body";
import type { DemoArticle, Version } from "../demo/demo-article.ts";
import type { ArticlePlace } from "./article-place.ts";
import type { ReplayedRevision } from "./replay-story.ts";

export type WrittenRevision = { id: string; content: RevisionContent; row: Prisma.RevisionCreateManyInput };

const excerptChars = 90;

/** The picture stands after the lead, as in most branch news. */
function bodyOf(article: DemoArticle, version: Version, pictureId: string | null): BodyDocument {
  const blocks: readonly BlockNode[] = article.versions[version] ?? article.versions.final;
  if (pictureId === null || article.illustration === null) return doc(...blocks);
  const { alt, caption } = article.illustration;
  return doc(...blocks.slice(0, 1), picture(pictureId, { alt, caption }), ...blocks.slice(1));
}

function contentOf(article: DemoArticle, version: Version, place: ArticlePlace): RevisionContent {
  const body = bodyOf(article, version, place.pictureId);
  return contentToRow({
    columnId: place.columnId,
    title: article.title,
    subtitle: "",
    // Words of a summary would stay when the fact they say has changed: such a text is summed up by its beginning.
    summary: bodyFacts(body).length > 0 ? "" : bodyExcerpt(body, excerptChars),
    source: article.source,
    author: article.author,
    eventAt: article.eventAt?.toISOString() ?? null,
    coverId: place.pictureId,
    body,
    attachmentIds: place.attachmentId === null ? [] : [place.attachmentId],
  });
}

/** The texts an article had, in order, parsed and hashed as the editor's are. */
export function revisionRows(
  article: DemoArticle,
  place: ArticlePlace,
  revisions: readonly ReplayedRevision[],
): WrittenRevision[] {
  const { tenantId, articleId } = place;
  return revisions.map(({ version, by, at, sealedAt }, index) => {
    const id = newId();
    const content = contentOf(article, version, place);
    const writer = place.person(by, at);
    const written = { createdById: writer.userId, createdByName: writer.name, createdAt: at, savedAt: at };
    return { id, content, row: { tenantId, id, articleId, number: index + 1, ...content, sealedAt, ...written } };
  });
}

/** Which media a text shows: its picture as cover too. */
export function mediaRows(place: ArticlePlace, revisionId: string): Prisma.RevisionMediaCreateManyInput[] {
  const { tenantId, pictureId, attachmentId } = place;
  const row = { tenantId, revisionId };
  return [
    ...(pictureId === null ? [] : (["cover", "picture"] as const).map((use) => ({ ...row, mediaId: pictureId, use }))),
    ...(attachmentId === null ? [] : [{ ...row, mediaId: attachmentId, use: "attachment" as const }]),
  ];
}
