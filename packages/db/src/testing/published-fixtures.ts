import { newId } from "../new-id.ts";
import { withOfficeIn, type Tx } from "../scope.ts";
import type { TestBranch } from "./factories.ts";

export type TestColumn = { id: string; slug: string };

type ColumnGiven = {
  module?: "news" | "organisation" | "education" | "special";
  parent?: TestColumn;
  baselineKey?: string;
  slug?: string;
  name?: string;
  position?: number;
  hidden?: boolean;
};

/** A column of a branch; on the first level unless it is given a parent. */
export async function addColumn(branch: TestBranch, given: ColumnGiven = {}): Promise<TestColumn> {
  const id = newId();
  const {
    parent,
    slug = `c-${id.slice(-12)}`,
    module = "news",
    name = `栏目${id.slice(-4)}`,
    position = 0,
    ...rest
  } = given;
  await withOfficeIn(branch.tenantId, (tx) =>
    tx.siteColumn.create({
      data: { tenantId: branch.tenantId, id, parentId: parent?.id ?? null, slug, module, name, position, ...rest },
    }),
  );
  return { id, slug };
}

type ArticleGiven = {
  title?: string;
  summary?: string;
  visibility?: "unpublished" | "live" | "withdrawn" | "archived";
  /** `null` for what was never out. */
  publishedAt?: Date | null;
  pinned?: boolean;
  withCover?: boolean;
  attachments?: number;
};

export type TestArticle = {
  id: string;
  no: number;
  title: string;
  publishedAt: Date | null;
  mediaIds: readonly string[];
};

/** An article as it would stand after its workflow, written directly: tests of readers' queries are about what is there, not how it came. */
export async function addArticle(
  branch: TestBranch,
  column: TestColumn,
  given: ArticleGiven = {},
): Promise<TestArticle> {
  const { tenantId } = branch;
  const { visibility = "live", publishedAt = new Date("2026-06-01T02:00:00Z"), pinned = false, summary = "" } = given;
  const id = newId();
  const revisionId = newId();
  const title = given.title ?? `标题${id.slice(-8)}`;
  const article = { id, tenantId, columnId: column.id, title, createdById: newId() };
  return withOfficeIn(tenantId, async (tx) => {
    const { articleSeq: no } = await tx.branch.update({
      where: { id: tenantId },
      data: { articleSeq: { increment: 1 } },
    });
    await tx.article.create({ data: { ...article, no } });
    const coverId = given.withCover ? await addMedia(tx, tenantId, "picture") : null;
    const { columnId, createdById } = article;
    const words = {
      title,
      summary,
      bodyText: `${title}的正文`,
      body: { type: "doc", content: [{ type: "paragraph" }] },
    };
    await tx.revision.create({
      data: {
        ...words,
        tenantId,
        id: revisionId,
        articleId: id,
        number: 1,
        columnId,
        coverId,
        createdById,
        createdByName: "测试员",
      },
    });
    const mediaIds = coverId ? [coverId] : [];
    for (const mediaId of mediaIds)
      await tx.revisionMedia.create({ data: { tenantId, revisionId, mediaId, use: "cover" } });
    for (let position = 0; position < (given.attachments ?? 0); position += 1) {
      const mediaId = await addMedia(tx, tenantId, "attachment");
      await tx.revisionMedia.create({ data: { tenantId, revisionId, mediaId, use: "attachment", position } });
      mediaIds.push(mediaId);
    }
    const isOut = visibility === "live" || visibility === "withdrawn";
    await tx.article.update({
      where: { tenantId_id: { tenantId, id } },
      data: {
        visibility,
        publishedAt,
        revisedAt: publishedAt,
        pinnedAt: pinned ? new Date() : null,
        withdrawnAt: visibility === "withdrawn" ? new Date("2026-07-01T02:00:00Z") : null,
        workState: isOut ? null : "draft",
        ...(isOut ? { liveRevisionId: revisionId } : { workingRevisionId: revisionId }),
      },
    });
    return { id, no, title, publishedAt, mediaIds };
  });
}

async function addMedia(tx: Tx, tenantId: string, kind: "picture" | "attachment"): Promise<string> {
  const id = newId();
  const file =
    kind === "picture"
      ? { name: "图.webp", mime: "image/webp", ext: "webp", width: 1600, height: 900, widths: [480, 960, 1600] }
      : { name: "附件.pdf", mime: "application/pdf", ext: "pdf" };
  await tx.media.create({
    data: { ...file, tenantId, id, kind, bytes: 1_000, sha256: id, createdById: newId(), createdByName: "测试员" },
  });
  return id;
}
