import { withOffice, withOfficeReading } from "@zhibu/db/scope";
import { minuteOf, startOfMinute } from "@zhibu/domain/publicity/reachability";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import { siteOriginOf } from "../../kernel/site-origins.ts";
import { askPage, type PageAnswer } from "./ask-page.ts";
import { probeSettings } from "./probe-settings.ts";

type Running = {
  tenantId: string;
  id: string;
  textId: string;
  hash: string;
  no: number;
  slug: string;
  customDomain: string | null;
};

type Probed = Running & PageAnswer;

/** More lists than any college has. */
const listsMax = 5_000;
/** Questions under way at once: enough for a thousand lists in seconds, few enough to leave readers their turn. */
const atOnce = 8;
const batchSize = 100;
/** Nothing is asked so late that its answer would be of another minute. */
const lastAskedMs = 55_000;

/** What runs now, wherever the branch stands: a closed site shows nobody its list. */
function findRunning(now: Date): Promise<Running[]> {
  return withOfficeReading(
    (tx) => tx.$queryRaw<Running[]>`
      SELECT l.tenant_id AS "tenantId", l.id, t.id AS "textId", t.hash, l.no, b.slug, b.custom_domain AS "customDomain"
      FROM publicity_list l
      JOIN publicity_text t ON t.tenant_id = l.tenant_id AND t.id = l.text_id
      JOIN branch b ON b.id = l.tenant_id
      WHERE l.state = 'running' AND l.ends_at > ${now} ORDER BY l.tenant_id, l.id LIMIT ${listsMax}`,
  );
}

/** Another list is the first each minute: when time does not suffice for all, it is not always the same that go without. */
function beginningAt(lists: readonly Running[], minute: number): Running[] {
  const start = lists.length === 0 ? 0 : minute % lists.length;
  return [...lists.slice(start), ...lists.slice(0, start)];
}

/**
 * Notes what was found, once a minute and list, whoever asked. A list that was ended, withdrawn or corrected while it was
 * asked about is left out: the answer was about another page.
 */
function noteProbes(probes: readonly Probed[], minute: number): Promise<void> {
  const at = startOfMinute(minute);
  return withOffice(async (tx) => {
    const noted = await tx.$queryRaw<{ tenantId: string; listId: string; ok: boolean }[]>`
      INSERT INTO publicity_probe (tenant_id, list_id, at, ok, status, ms)
      SELECT l.tenant_id, l.id, ${at}, p.ok, p.status, p.ms
      FROM unnest(${probes.map((p) => p.tenantId)}::uuid[], ${probes.map((p) => p.id)}::uuid[],
        ${probes.map((p) => p.textId)}::uuid[], ${probes.map((p) => p.ok)}::boolean[],
        ${probes.map((p) => p.status)}::int[], ${probes.map((p) => p.ms)}::int[])
        AS p(tenant_id, id, text_id, ok, status, ms)
      JOIN publicity_list l ON l.tenant_id = p.tenant_id AND l.id = p.id AND l.text_id = p.text_id AND l.state = 'running'
      ON CONFLICT DO NOTHING
      RETURNING tenant_id AS "tenantId", list_id AS "listId", ok`;
    const back = noted.filter(({ ok }) => ok);
    const recovered = await tx.$queryRaw<{ tenantId: string }[]>`
      SELECT DISTINCT n.tenant_id AS "tenantId"
      FROM unnest(${back.map((p) => p.tenantId)}::uuid[], ${back.map((p) => p.listId)}::uuid[]) AS n(tenant_id, list_id)
      WHERE NOT (SELECT p.ok FROM publicity_probe p
        WHERE p.tenant_id = n.tenant_id AND p.list_id = n.list_id AND p.at < ${at} ORDER BY p.at DESC LIMIT 1)`;
    // The page tells how long it was away.
    if (recovered.length > 0)
      await bumpSites(
        tx,
        recovered.map(({ tenantId }) => tenantId),
        { removal: false },
      );
  });
}

/**
 * Asks for the page of every running list and records whether it came. Safe to run any number of times and on any number
 * of instances: one record a minute and list. What time does not suffice for stays without a record. Returns how many were asked.
 */
export async function probePublicity(now: () => Date): Promise<number> {
  const settings = probeSettings();
  if (settings === null) return 0;
  const began = now();
  const minute = minuteOf(began);
  const queue = beginningAt(await findRunning(began), minute).values();
  const probed: Probed[] = [];
  let asked = 0;
  const ask = async (): Promise<void> => {
    for (const list of queue) {
      if (now().getTime() - minute * 60_000 > lastAskedMs) return;
      const origin = siteOriginOf(list);
      if (origin === null) continue;
      const page = { host: new URL(origin).host, path: `/g/${list.no}`, hash: list.hash };
      probed.push({ ...list, ...(await askPage(settings, page, now())) });
      asked += 1;
      if (probed.length >= batchSize) await noteProbes(probed.splice(0), minute);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  if (probed.length > 0) await noteProbes(probed, minute);
  return asked;
}
