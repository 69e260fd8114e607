import type { Tx } from "@zhibu/db/scope";
import type { Moment, Outage } from "../demo/demo-list.ts";
import { addMinutes } from "../engine/shanghai-time.ts";

/** Which minutes of which list, and what went wrong in them. */
type ProbedList = {
  tenantId: string;
  listId: string;
  from: Date;
  /** The first instant nobody asked about any more. */
  until: Date;
  outages: readonly Outage[];
  instantOf: (moment: Moment) => Date;
};

/** A reader's patience, which is what an unanswered question costs. */
const patienceMs = 5_000;

/** The probe's minutes of a list's whole time before readers, written by the database: ten thousand a week. */
export async function loadProbes(
  tx: Tx,
  { tenantId, listId, from, until, outages, instantOf }: ProbedList,
): Promise<void> {
  const began = outages.map(instantOf);
  const over = outages.map(({ minutes }, index) => addMinutes(began[index] ?? from, minutes));
  await tx.$executeRaw`
    INSERT INTO publicity_probe (tenant_id, list_id, at, ok, status, ms)
    SELECT ${tenantId}::uuid, ${listId}::uuid, m.at, o.began IS NULL, coalesce(o.status, 200),
      CASE o.status WHEN 0 THEN ${patienceMs} ELSE 4 + (extract(epoch FROM m.at)::bigint / 60 * 7) % 11 END
    FROM generate_series(date_trunc('minute', ${from}::timestamptz + interval '59.999 seconds'),
      date_trunc('minute', ${until}::timestamptz) - interval '1 minute', interval '1 minute') AS m (at)
    LEFT JOIN unnest(${began}::timestamptz[], ${over}::timestamptz[], ${outages.map(({ status }) => status)}::int[])
      AS o (began, over, status) ON m.at >= o.began AND m.at < o.over
    WHERE o.began IS NULL OR o.status IS NOT NULL`;
}
