import { z } from "zod";
import type { Tx } from "@zhibu/db/scope";
import { publicityEntrySchema } from "@zhibu/domain/publicity/publicity-draft";
import { minuteOf, type ProbedMinutes } from "@zhibu/domain/publicity/reachability";
import { canonicalHash } from "../../audit/audit-hash.ts";
import type { ChainRow } from "../../audit/verify-chain.ts";
import { optionalDayOf } from "../../kernel/day-of.ts";
import type { PublicityRow } from "../get-publicity-list.ts";
import { reachedSoFar } from "../probe/read-probes.ts";
import { shownWords } from "../shown-words.ts";
import type { Proof, ProofProbe, ProofText } from "./proof.ts";

const columnsSchema = z.array(z.object({ key: z.string(), label: z.string() }));

/** What is known of the list beside its texts. */
type Known = {
  template: Proof["template"];
  probes: readonly ProofProbe[];
  trail: readonly ChainRow[];
  now: Date;
};

/** Every text that was before readers, in order; one that was signed and taken back before it began was not. */
export async function collectTexts(tx: Tx, list: PublicityRow, known: Known): Promise<ProofText[]> {
  const rows = await tx.publicityText.findMany({
    where: { tenantId: list.tenantId, listId: list.id, startsAt: { not: null } },
    orderBy: { number: "asc" },
  });
  const probed: ProbedMinutes = {
    reached: known.probes.filter(({ ok }) => ok).map(({ at }) => minuteOf(at)),
    lost: known.probes.filter(({ ok }) => !ok).map(({ at }) => minuteOf(at)),
  };
  return rows.flatMap((row) => {
    const { id, startsAt, number, hash, preparedName, signedByName, signedAt, reason } = row;
    // The row of a running list knows of an end that moved later.
    const current = id === list.textId;
    const endsAt = current && list.withdrawnAt === null ? list.endsAt : row.endsAt;
    const lastDay = current ? optionalDayOf(list.lastDay) : announcedDay(known.trail, startsAt, endsAt);
    if (startsAt === null || endsAt === null || lastDay === null) return [];
    const { title, notice, howToObject } = row;
    const columns = columnsSchema.parse(row.columns);
    const entries = publicityEntrySchema.array().parse(row.entries);
    const { workingDaysMin } = known.template;
    return {
      ...{ number, hash, preparedName, signedByName, signedAt, reason, startsAt, lastDay, endsAt },
      signed: { title, notice, howToObject, columns, entries },
      shown: shownWords(row, { title, startsAt, lastDay, workingDaysMin }),
      // Of the stored values themselves: nothing in between may mend them.
      hashHolds: canonicalHash({ title, notice, howToObject, columns: row.columns, entries: row.entries }) === hash,
      reachability: reachedSoFar({ from: startsAt, until: endsAt }, probed, known.now),
    };
  });
}

/** The last day readers were told while a text was shown that was corrected since, as the trail has it. */
function announcedDay(trail: readonly ChainRow[], startsAt: Date | null, endsAt: Date | null): string | null {
  const told = trail.findLast(
    ({ at, changes }) =>
      startsAt !== null && endsAt !== null && at >= startsAt && at < endsAt && typeof changes.lastDay === "string",
  );
  const day = told?.changes.lastDay;
  return typeof day === "string" ? day : null;
}
