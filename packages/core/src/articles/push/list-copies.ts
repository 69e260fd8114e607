import { z } from "zod";
import { Prisma } from "@zhibu/db/generated/client";
import { withOffice } from "@zhibu/db/scope";
import type { ListCopiesInput } from "@zhibu/domain/articles/push/push-inputs";
import type { CopyState } from "@zhibu/domain/articles/push/push-names";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { literalWords } from "../../kernel/like-pattern.ts";

/** One line of the status matrix. */
export type CopyItem = {
  branchId: string;
  slug: string;
  name: string;
  shortName: string;
  state: CopyState;
  /** A person's words, or for `failed` a key under `errors.`. */
  reason: string;
  decidedByName: string;
  shownAt: Date | null;
  changedAt: Date;
  articleId: string | null;
  /** Its address on the branch's site. */
  no: number | null;
  /** Whether it has the origin's present text. */
  isCurrent: boolean;
  hasIntroduction: boolean;
  position: number;
};

const placeSchema = z.tuple([z.int(), z.uuid()]);

/** How a push stands in each branch, in the office's order of branches, a page at a time. */
export async function listCopies(ctx: OfficeContext, { pushId, state, search, cursor, limit }: ListCopiesInput) {
  assertCanInCollege(ctx.actor.roles, "push:oversee");
  const after = cursor === undefined ? null : placeOf(cursor);
  return withOffice(async (tx) => {
    const rows = await tx.$queryRaw<CopyItem[]>`
      SELECT b.id AS "branchId", b.slug, b.name, b.short_name AS "shortName", b.position, c.state, c.reason,
        c.decided_by_name AS "decidedByName", c.shown_at AS "shownAt", c.changed_at AS "changedAt",
        c.article_id AS "articleId", a.no,
        c.state <> 'shown' OR c.origin_revision_id IS NOT DISTINCT FROM o.live_revision_id AS "isCurrent",
        coalesce(r.introduction <> '', false) AS "hasIntroduction"
      FROM push_copy c
      JOIN push p ON p.id = c.push_id
      JOIN branch b ON b.id = c.tenant_id
      LEFT JOIN article o ON o.tenant_id = p.origin_tenant_id AND o.id = p.origin_article_id
      LEFT JOIN article a ON a.tenant_id = c.tenant_id AND a.id = c.article_id
      LEFT JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id AND c.state = 'shown'
      WHERE c.push_id = ${pushId}::uuid
        ${state ? Prisma.sql`AND c.state = ${state}::copy_state` : Prisma.empty}
        ${search ? Prisma.sql`AND b.name ILIKE ${`%${literalWords(search)}%`}` : Prisma.empty}
        ${after ? Prisma.sql`AND (b.position, b.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.empty}
      ORDER BY b.position, b.id LIMIT ${limit + 1}`;
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
  });
}

function cursorOf({ position, branchId }: CopyItem): string {
  return Buffer.from(JSON.stringify([position, branchId])).toString("base64url");
}

function placeOf(cursor: string): z.infer<typeof placeSchema> {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("INVALID", "badCursor", {}, { cause });
  }
}
