import { withReader, type Tx } from "@zhibu/db/scope";
import type { Visibility } from "@zhibu/domain/articles/article-states";
import { factDayOf } from "@zhibu/domain/baseline/fact-day";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { factsAt } from "../../baseline/facts-at.ts";
import { storedFactKeys } from "../../baseline/stored-fact-keys.ts";
import { findColumnPlace, findReaderSite, type ColumnPlace, type ReaderSite } from "../../tenancy/reader-site.ts";
import { listRevisionMedia, type Attachment, type BodyPicture } from "./list-revision-media.ts";

/** Words and dates of a live article, as its readers get them. */
export type PublishedArticle = {
  no: number;
  columnId: string;
  title: string;
  subtitle: string;
  summary: string;
  source: string;
  author: string;
  /** ProseMirror JSON as it was stored, validated at saving. */
  body: unknown;
  coverId: string | null;
  /** The branch's own words above a text it was sent; one paragraph a line. */
  introduction: string;
  /** Where the text comes from that this one follows (统一推送): its canonical address. */
  follows: { slug: string; customDomain: string | null; no: number } | null;
  eventAt: Date | null;
  publishedAt: Date;
  revisedAt: Date;
};

export type Neighbour = { no: number; title: string };

export type PublishedAnswer =
  | {
      kind: "article";
      site: ReaderSite;
      place: ColumnPlace;
      article: PublishedArticle;
      pictures: readonly BodyPicture[];
      attachments: readonly Attachment[];
      /** What the college's facts in the body say: on its own day in news, today elsewhere. */
      facts: ReadonlyMap<string, string>;
      newer: Neighbour | null;
      older: Neighbour | null;
    }
  | {
      kind: "withdrawn";
      site: ReaderSite;
      place: ColumnPlace | null;
      no: number;
      withdrawnAt: Date | null;
      recalled: boolean;
    }
  | { kind: "missing"; site: ReaderSite };

type ArticleRow = Omit<PublishedArticle, "publishedAt"> & {
  id: string;
  visibility: Visibility;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  liveRevisionId: string;
  recalled: boolean;
};

/**
 * What stands at `/a/{no}`: the live revision, the stub of a withdrawn article, or nothing. An article whose column is
 * hidden is missing, like one that was never published. `null` for an unknown branch.
 */
export function getPublished(tenantId: TenantId, no: number, now: Date = new Date()): Promise<PublishedAnswer | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    if (!site) return null;
    const row = await findRow(tx, tenantId, no);
    // Archived drafts were never seen by a reader and have no publication date.
    if (!row || row.publishedAt === null) return { kind: "missing", site };
    const place = findColumnPlace(site, (column) => column.id === row.columnId);
    const { recalled, withdrawnAt } = row;
    if (row.visibility !== "live") return { kind: "withdrawn", site, place, no, withdrawnAt, recalled };
    if (!place) return { kind: "missing", site };
    const {
      id,
      visibility: _visibility,
      withdrawnAt: _withdrawnAt,
      recalled: _recalled,
      liveRevisionId,
      ...words
    } = row;
    const article = { ...words, publishedAt: row.publishedAt };
    const media = await listRevisionMedia(tx, tenantId, liveRevisionId);
    const { module } = place.child ?? place.section;
    const facts = await factsAt(tx, storedFactKeys(article.body), factDayOf({ ...article, module }, now));
    const beside = await neighbours(tx, tenantId, { id, columnId: article.columnId, publishedAt: article.publishedAt });
    return { kind: "article", site, place, article, facts, ...media, ...beside };
  });
}

async function findRow(tx: Tx, tenantId: TenantId, no: number): Promise<ArticleRow | null> {
  const [row] = await tx.$queryRaw<ArticleRow[]>`
    SELECT a.id, a.no, a.visibility, a.column_id AS "columnId", a.live_revision_id AS "liveRevisionId",
      a.published_at AS "publishedAt", coalesce(a.revised_at, a.published_at) AS "revisedAt", a.withdrawn_at AS "withdrawnAt",
      r.title, r.subtitle, r.source, r.author, r.event_at AS "eventAt", r.cover_id AS "coverId", r.body,
      coalesce(nullif(r.summary, ''), left(r.body_text, 120)) AS summary, coalesce(r.introduction, '') AS introduction,
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('slug', b.slug, 'customDomain', b.custom_domain, 'no', p.origin_no) END AS follows,
      coalesce(p.state = 'recalled', false) AS recalled
    FROM article a LEFT JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    LEFT JOIN push p ON p.id = a.linked_push_id LEFT JOIN branch b ON b.id = p.origin_tenant_id
    WHERE a.tenant_id = ${tenantId}::uuid AND a.no = ${no}`;
  return row ?? null;
}

/** The two live articles beside one in its column's list. */
async function neighbours(
  tx: Tx,
  tenantId: TenantId,
  article: { id: string; columnId: string; publishedAt: Date },
): Promise<{ newer: Neighbour | null; older: Neighbour | null }> {
  const rows = await tx.$queryRaw<(Neighbour & { side: "newer" | "older" })[]>`
    SELECT s.side, s.no, r.title FROM (
      (SELECT 'newer' AS side, tenant_id, live_revision_id, no FROM article
        WHERE tenant_id = ${tenantId}::uuid AND column_id = ${article.columnId}::uuid AND visibility = 'live'
          AND (published_at, id) > (${article.publishedAt}::timestamptz, ${article.id}::uuid)
        ORDER BY published_at, id LIMIT 1)
      UNION ALL
      (SELECT 'older', tenant_id, live_revision_id, no FROM article
        WHERE tenant_id = ${tenantId}::uuid AND column_id = ${article.columnId}::uuid AND visibility = 'live'
          AND (published_at, id) < (${article.publishedAt}::timestamptz, ${article.id}::uuid)
        ORDER BY published_at DESC, id DESC LIMIT 1)
    ) s
    JOIN revision r ON r.tenant_id = s.tenant_id AND r.id = s.live_revision_id`;
  const at = (side: "newer" | "older"): Neighbour | null => {
    const row = rows.find((each) => each.side === side);
    return row ? { no: row.no, title: row.title } : null;
  };
  return { newer: at("newer"), older: at("older") };
}
