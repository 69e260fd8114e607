import { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import type { CorrectableText } from "@zhibu/domain/baseline/search-words";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";

/** A text of a branch that may have to be corrected: what readers see, or what is being written. */
export type StockText = {
  articleId: string;
  isLive: boolean;
  module: ColumnModule;
  eventAt: Date | null;
  publishedAt: Date | null;
  text: CorrectableText;
};

type Row = Omit<StockText, "text"> & Omit<CorrectableText, "body"> & { body: unknown };

const fullWidth = "０１２３４５６７８９，．";
const halfWidth = "0123456789,.";

/**
 * The live and working texts of a branch in which one of the words stands somewhere: a first sieve in the database, the
 * finder decides. Copies of pushed articles are left out, for they follow their origin. The office's scope.
 */
export async function stockTexts(tx: Tx, tenantId: string, words: readonly string[]): Promise<StockText[]> {
  if (words.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id AS "articleId", r.id IS NOT DISTINCT FROM a.live_revision_id AS "isLive", c.module,
      r.event_at AS "eventAt", a.published_at AS "publishedAt", r.title, r.subtitle, r.summary, r.body
    FROM article a
    JOIN revision r ON r.tenant_id = a.tenant_id AND r.id IN (a.live_revision_id, a.working_revision_id)
    JOIN site_column c ON c.tenant_id = r.tenant_id AND c.id = r.column_id
    WHERE a.tenant_id = ${tenantId}::uuid AND a.visibility <> 'archived' AND a.linked_push_id IS NULL
      AND (a.visibility = 'live' OR r.id = a.working_revision_id)
      AND (${holdsOneOf(words)})
    ORDER BY a.id, r.number`;
  return rows.map(({ title, subtitle, summary, body, ...row }) => ({
    ...row,
    text: { title, subtitle, summary, body: parseBody(body) },
  }));
}

/** Figures in one spelling and without separators on both sides; captions and alternative texts stand in the plain text, too. */
function holdsOneOf(words: readonly string[]): Prisma.Sql {
  const all = sieved(Prisma.sql`r.title || ' ' || r.subtitle || ' ' || r.summary || ' ' || r.body_text`);
  return Prisma.join(
    words.map((word) => Prisma.sql`position(${sieved(Prisma.sql`${word}::text`)} IN ${all}) > 0`),
    " OR ",
  );
}

function sieved(words: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`replace(translate(${words}, ${fullWidth}, ${halfWidth}), ',', '')`;
}
