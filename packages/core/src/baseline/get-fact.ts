import { withOfficeReading } from "@zhibu/db/scope";
import type { FactRefInput } from "@zhibu/domain/baseline/baseline-inputs";
import { valueOn } from "@zhibu/domain/baseline/fact-values";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { dayOf } from "../kernel/day-of.ts";
import { countCorrections } from "./correction-counts.ts";
import { asFactValue } from "./fact-rows.ts";
import { newestScan } from "./newest-scan.ts";

const usesShown = 50;

/** One fact: all its values, newest first, where readers see it, and how far its corrections are. */
export async function getFact(ctx: OfficeContext, { factId }: FactRefInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:read");
  const today = shanghaiDay(ctx.now());
  return withOfficeReading(async (tx) => {
    const fact = await tx.fact.findUnique({
      where: { id: factId },
      include: { values: { orderBy: [{ effectiveFrom: "desc" }, { createdAt: "desc" }] } },
    });
    if (!fact) throw notFound();
    const current = valueOn(fact.values.map(asFactValue), today);
    const uses = await tx.$queryRaw<{ branch: string; slug: string; articleId: string; no: number; title: string }[]>`
      SELECT b.short_name AS branch, b.slug, a.id AS "articleId", a.no, r.title
      FROM fact_use u
      JOIN article a ON a.tenant_id = u.tenant_id AND a.live_revision_id = u.revision_id AND a.visibility = 'live'
      JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
      JOIN branch b ON b.id = a.tenant_id
      WHERE u.fact_id = ${factId}::uuid ORDER BY b.position, b.id, a.published_at DESC LIMIT ${usesShown}`;
    const manages = canInCollege(ctx.actor.roles, "baseline:manage");
    return {
      id: fact.id,
      key: fact.key,
      name: fact.name,
      unit: fact.unit,
      note: fact.note,
      version: fact.version,
      isArchived: fact.archivedAt !== null,
      values: fact.values.map((value) => ({
        id: value.id,
        value: value.value,
        effectiveFrom: dayOf(value.effectiveFrom),
        source: value.source,
        createdByName: value.createdByName,
        createdAt: value.createdAt,
        state: standing(value.voidedAt !== null, value.id === current?.id, dayOf(value.effectiveFrom) > today),
        voidReason: value.voidReason,
        voidedByName: value.voidedByName,
      })),
      uses,
      scan: await newestScan(tx, factId),
      corrections: await countCorrections(
        tx,
        fact.values.map(({ id }) => id),
      ),
      can: { manage: manages, addValue: manages && fact.archivedAt === null },
    };
  });
}

function standing(isVoid: boolean, isCurrent: boolean, isComing: boolean): "void" | "current" | "coming" | "past" {
  if (isVoid) return "void";
  if (isCurrent) return "current";
  return isComing ? "coming" : "past";
}
