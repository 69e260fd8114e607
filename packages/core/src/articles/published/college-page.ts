import { withReader, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { factsAt } from "../../baseline/facts-at.ts";
import { storedFactKeys } from "../../baseline/stored-fact-keys.ts";
import { listRevisionMedia, type Attachment, type BodyPicture } from "./list-revision-media.ts";

/** A page of the college as every site shows it. */
export type CollegePage = {
  slug: string;
  /** Its name in the menu. */
  name: string;
  title: string;
  subtitle: string;
  summary: string;
  body: unknown;
  revisedAt: Date;
  /** The site it is written on: the portal asks for its files there. */
  siteSlug: string;
  pictures: readonly BodyPicture[];
  attachments: readonly Attachment[];
  facts: ReadonlyMap<string, string>;
};

type Row = Omit<CollegePage, "pictures" | "attachments" | "facts"> & { tenantId: TenantId; revisionId: string };

/** The live text behind `/p/{slug}`, whatever column of the office's site it stands in; `null` when hidden, withdrawn or unknown. */
export function getCollegePage(slug: string, now: Date = new Date()): Promise<CollegePage | null> {
  return withReader(null, async (tx) => {
    const row = await findRow(tx, slug);
    if (!row) return null;
    const { tenantId, revisionId, ...page } = row;
    const media = await listRevisionMedia(tx, tenantId, revisionId);
    return { ...page, ...media, facts: await factsAt(tx, storedFactKeys(page.body), shanghaiDay(now)) };
  });
}

async function findRow(tx: Tx, slug: string): Promise<Row | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.slug, p.title AS name, a.tenant_id AS "tenantId", r.id AS "revisionId", r.title, r.subtitle, r.body,
      coalesce(nullif(r.summary, ''), left(r.body_text, 120)) AS summary, coalesce(a.revised_at, a.published_at) AS "revisedAt",
      b.slug AS "siteSlug"
    FROM college_page p
    JOIN article a ON a.tenant_id = p.article_tenant_id AND a.id = p.article_id AND a.visibility = 'live'
    JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
    JOIN branch b ON b.id = a.tenant_id
    WHERE p.slug = ${slug} AND NOT p.hidden`;
  return row ?? null;
}
