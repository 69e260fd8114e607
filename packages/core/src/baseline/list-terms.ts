import { withOfficeReading } from "@zhibu/db/scope";
import type { ListTermsInput, TermRefInput } from "@zhibu/domain/baseline/baseline-inputs";
import { severities } from "@zhibu/domain/checks/finding";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { literalWords } from "../kernel/like-pattern.ts";
import { countCorrections } from "./correction-counts.ts";
import { newestScan } from "./newest-scan.ts";

const pageSize = 50;

/** Standard terms, changed last first, with how many corrections of each are open. */
export async function listTerms(ctx: OfficeContext, input: ListTermsInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:read");
  const words = literalWords(input.search);
  return withOfficeReading(async (tx) => {
    const after = decodeCursor(input.cursor);
    const rows = await tx.term.findMany({
      where: {
        retiredAt: input.retired ? { not: null } : null,
        ...(input.search === "" ? {} : { OR: [{ words: { contains: words } }, { variants: { has: input.search } }] }),
        ...behind("updatedAt", after),
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const open = await tx.correctionTask.groupBy({
      by: ["causeId"],
      where: { causeId: { in: page.map(({ id }) => id) }, state: "open" },
      _count: { _all: true },
    });
    const openOf = new Map(open.map((group) => [group.causeId, group._count._all]));
    const last = page.at(-1);
    return {
      items: page.map(({ id, words: right, variants, note, severity, version, updatedAt }) => ({
        id,
        words: right,
        variants,
        note,
        severity: severities.find((known) => known === severity) ?? ("warn" as const),
        version,
        updatedAt,
        openCorrections: openOf.get(id) ?? 0,
      })),
      nextCursor: rows.length > pageSize && last ? encodeCursor({ at: last.updatedAt, id: last.id }) : null,
      can: { manage: canInCollege(ctx.actor.roles, "baseline:manage") },
    };
  });
}

/** How far the search for a term and its corrections are. */
export async function getTermProgress(ctx: OfficeContext, { termId }: TermRefInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:read");
  return withOfficeReading(async (tx) => {
    const term = await tx.term.findUnique({ where: { id: termId }, select: { id: true } });
    if (!term) throw notFound();
    return { scan: await newestScan(tx, termId), corrections: await countCorrections(tx, [termId]) };
  });
}
