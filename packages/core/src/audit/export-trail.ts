import { newId } from "@zhibu/db/new-id";
import { withOffice, withOfficeReading } from "@zhibu/db/scope";
import { exportRowsMax, type ExportTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import type { Keyset } from "../kernel/cursor.ts";
import { auditOffice } from "./audit-college.ts";
import type { AuditChanges } from "./audit-hash.ts";
import { settleFilter, type TrailItem } from "./list-trail.ts";
import { nameSubjects } from "./name-subjects.ts";
import { countTrail, readTrail, type SettledFilter } from "./read-trail.ts";

const batchSize = 1_000;

/**
 * Everything a filter holds, newest first, to be taken away; that somebody did so is on record before the first row
 * leaves. Rows are read while they are taken, each batch in a transaction of its own: a slow reader holds nothing up.
 * @throws AppError TOO_LARGE above the limit, INVALID when the filter's subject can't be found.
 */
export async function exportTrail(
  ctx: OfficeContext,
  { format, ...filter }: ExportTrailInput,
): Promise<{ count: number; items: AsyncGenerator<TrailItem> }> {
  assertCanInCollege(ctx.actor.roles, "audit:read");
  // What is written from now on, this export's own record first, is not part of it.
  const before: Keyset = { at: ctx.now(), id: newId() };
  const { settled, count } = await withOfficeReading(async (tx) => {
    const found = await settleFilter(tx, filter);
    if ("problem" in found) throw new AppError("INVALID", `audit.subject.${found.problem}`);
    return { settled: found, count: await countTrail(tx, found, exportRowsMax + 1) };
  });
  if (count > exportRowsMax) throw new AppError("TOO_LARGE", "audit.exportTooLarge", { max: exportRowsMax });
  await withOffice((tx) =>
    auditOffice(
      tx,
      ctx,
      "audit.export",
      { type: "auditExport", id: before.id },
      recordOf({ format, count, ...filter }),
    ),
  );
  return { count, items: itemsBefore(before, settled) };
}

/** What was left out of the filter is left out of the record. */
function recordOf(facts: Readonly<Record<string, string | number | undefined>>): AuditChanges {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

async function* itemsBefore(start: Keyset, filter: SettledFilter): AsyncGenerator<TrailItem> {
  let after = start;
  for (let left = exportRowsMax; left > 0;) {
    const limit = Math.min(batchSize, left);
    const items = await withOfficeReading(async (tx) => {
      const rows = await readTrail(tx, filter, { after, limit });
      const names = await nameSubjects(tx, rows);
      return rows.map((row) => ({ ...row, subject: names.subjectOf(row), references: names.referencesOf(row) }));
    });
    yield* items;
    const last = items.at(-1);
    if (!last || items.length < limit) return;
    after = { at: last.at, id: last.id };
    left -= items.length;
  }
}
