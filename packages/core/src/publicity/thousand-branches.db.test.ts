import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { withStartLock } from "@zhibu/db/migrations";
import { withOffice } from "@zhibu/db/scope";
import { connectExplaining } from "@zhibu/db/testing/explaining-connection";
import { newUser } from "@zhibu/db/testing/factories";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import type { ListOfficePublicityInput } from "@zhibu/domain/publicity/publicity-overview";
import type { OfficeContext } from "../kernel/context.ts";
import { connectQueue, disconnectQueue, migrateQueue } from "../kernel/queue.ts";
import { officerOf } from "../testing/office.ts";
import { ensurePublicityTemplates } from "./ensure-templates.ts";
import { listOfficePublicity } from "./list-office-publicity.ts";
import { endPublicityJob } from "./publicity-job-names.ts";
import { setCalendarYear } from "./set-calendar-year.ts";

const own = provideOwnDatabase();
const branches = 1_000;
const listsEach = 20;
const now = () => new Date("2026-11-16T01:00:00Z");
let office: OfficeContext;
const errors: Error[] = [];

/** Every branch has one list that runs, one that has ended, and many that are over. */
beforeAll(async () => {
  office = await officerOf(["office"], now);
  await withOffice(ensurePublicityTemplates);
  const { userId } = await newUser();
  const many = (statement: string) => queryAsOwner(own.ownerUrl, statement, []);
  await many(`INSERT INTO branch (id, slug, name, short_name, kind, updated_at)
    SELECT gen_random_uuid(), 'scale' || n, '支部' || n, '支部' || n, 'direct', now() FROM generate_series(1, ${branches}) n`);
  await many(`INSERT INTO publicity_list (tenant_id, id, no, template_version_id, state, title, starts_at, last_day, ends_at,
      created_by_id, created_by_name, state_since, updated_at)
    SELECT b.id, gen_random_uuid(), n, (SELECT id FROM publicity_template_version LIMIT 1),
      (CASE n WHEN 1 THEN 'running' WHEN 2 THEN 'ended' ELSE 'stated' END)::publicity_state, '公示' || n,
      '2026-11-10', '2026-11-17', timestamptz '2026-11-18 00:00+08' - n * interval '1 day', '${userId}', '', now() - n * interval '1 day', now()
    FROM branch b CROSS JOIN generate_series(1, ${listsEach}) n WHERE b.slug LIKE 'scale%'`);
  await many(`INSERT INTO objection (tenant_id, id, list_id, receipt_hash, named, sealed, received_at)
    SELECT tenant_id, gen_random_uuid(), id, id::text, false, '', now() FROM publicity_list WHERE state = 'ended'`);
  await many("ANALYZE");
  await withStartLock(own.ownerUrl, () => migrateQueue(own.ownerUrl, [endPublicityJob]));
  await connectQueue(own.appUrl, (error) => errors.push(error));
}, 120_000);

afterAll(async () => {
  await disconnectQueue();
  expect(errors).toEqual([]);
});

const first: ListOfficePublicityInput = { view: "all", sort: "endsAt", order: "asc", search: "", limit: 50 };

test("a thousand branches cost no more statements than one", async () => {
  const statements: { text: string; ms: number }[] = [];
  await disconnectDatabase();
  const disconnect = connectExplaining(own.ownerUrl, (statement) => statements.push(statement));
  const page = await listOfficePublicity(office, first);
  const [firstPage] = [statements.splice(0)];
  await listOfficePublicity(office, { ...first, cursor: page.nextCursor ?? "" });
  await disconnect();
  connectDatabase(own.appUrl, 8);
  // The transaction's scope, the calendar, the page, and on the first one the counts.
  expect([firstPage?.length, statements.length]).toEqual([4, 3]);
  expect(page.items).toHaveLength(50);
  expect(page.counts).toEqual({
    running: branches,
    endingSoon: branches,
    unstated: branches,
    provisional: 0,
    objected: branches,
  });
});

test("a year moves the running lists of all of them within one transaction's time", async () => {
  const daysOff = ["2026-11-11", "2026-11-12", "2026-11-13", "2026-11-16"];
  const input = { year: 2026, version: 0, daysOff, swappedIn: [], source: "国务院办公厅通知" };
  expect(await setCalendarYear(office, input)).toEqual({ moved: branches });
  // Five working days after 10 November: 17, 18, 19, 20 and 23.
  const [moved] = await queryAsOwner<{ lists: number; audits: number; jobs: number }>(
    own.ownerUrl,
    `SELECT (SELECT count(*)::int FROM publicity_list WHERE state = 'running' AND last_day = '2026-11-23') AS lists,
      (SELECT count(*)::int FROM audit_entry WHERE action = 'publicity.recompute') AS audits,
      (SELECT count(*)::int FROM pgboss.job WHERE name = $1) AS jobs`,
    [endPublicityJob.name],
  );
  expect(moved).toEqual({ lists: branches, audits: branches, jobs: branches });
});
