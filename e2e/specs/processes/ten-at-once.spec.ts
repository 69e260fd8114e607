import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import { startScratchPostgres, type ScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { consoleClient } from "../../fixtures/console-client.ts";
import { freePort, startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { knockAt, moveEndTo, numberOf, submittedList } from "../../fixtures/publicity-desk.ts";
import { readFrom } from "../../fixtures/read-from.ts";

const branch = "yaoxue";
const host = `${branch}.localhost`;
const nameOf = (index: number) => `司马示例${"甲乙丙丁戊己庚辛壬癸".charAt(index)}`;

let folder: string;
let postgres: ScratchPostgres;
let databaseUrl: string;
let port: number;
let portal: PortalProcess;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-ten-"));
  postgres = await startScratchPostgres();
  databaseUrl = await postgres.createDatabase("ten");
  port = await freePort();
  portal = await startPortal({ databaseUrl, dataDir: folder, port });
});

test.afterAll(async () => {
  await portal.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const look = <Row extends Record<string, unknown>>(statement: string, ...values: unknown[]) =>
  queryAsOwner<Row>(databaseUrl, statement, values);

const endedOf = async (ids: readonly string[]) => {
  const [counted] = await look<{ ended: number }>(
    "SELECT count(*)::int AS ended FROM publicity_list WHERE id = ANY ($1::uuid[]) AND state = 'ended'",
    ids,
  );
  return counted?.ended ?? 0;
};

test("ten lists that end in one minute while the server is killed with -9 end exactly once each", async () => {
  test.setTimeout(300_000);
  const [webmaster, secretary] = await Promise.all([
    consoleClient(port, `webmaster.${branch}`),
    consoleClient(port, `secretary.${branch}`),
  ]);
  const ids: string[] = [];
  for (let index = 0; index < 10; index += 1) {
    const title = `同一分钟期满的公示（之${index + 1}）`;
    const { publicityId, version } = await submittedList(webmaster, branch, { title, names: [nameOf(index)] });
    await secretary.mutate("publicity.sign", { branch, publicityId, version });
    ids.push(publicityId);
  }
  const numbers = await Promise.all(ids.map((id) => numberOf(id, look)));
  for (const [index, no] of numbers.entries())
    expect((await readFrom(port, host, `/g/${no}`)).body).toContain(nameOf(index));

  const end = new Date();
  await moveEndTo(end, ids, look);
  await knockAt(end, ids, look);
  // The server dies as soon as it has ended some, with the others under way or waiting.
  await expect.poll(() => endedOf(ids), { intervals: [10] }).toBeGreaterThan(0);
  await portal.end("SIGKILL");
  // Otherwise nothing was torn out of anybody's hands.
  expect(await endedOf(ids)).toBeLessThan(10);
  portal = await startPortal({ databaseUrl, dataDir: folder, port });
  // What was torn out of the worker's hands is found by the sweep of the next minute.
  await expect.poll(() => endedOf(ids), { timeout: 90_000 }).toBe(10);

  const once = await look<{ id: string; trail: number; events: number; twice: number; statement: string }>(
    `SELECT l.id, l.statement,
       (SELECT count(*)::int FROM audit_entry a WHERE a.subject_id = l.id AND a.action = 'publicity.end') AS trail,
       (SELECT count(*)::int FROM workflow_event e WHERE e.subject_id = l.id AND e.action = 'end') AS events,
       (SELECT count(*)::int - count(DISTINCT n.user_id)::int FROM notification n
         WHERE n.kind = 'publicity.ended' AND n.path LIKE '%' || l.id) AS twice
     FROM publicity_list l WHERE l.id = ANY ($1::uuid[])`,
    ids,
  );
  expect(once.map(({ trail, events, twice }) => [trail, events, twice])).toEqual(ids.map(() => [1, 1, 0]));
  expect(once.filter(({ statement }) => statement.includes("未收到异议"))).toHaveLength(10);
  for (const [index, no] of numbers.entries()) {
    const { body } = await readFrom(port, host, `/g/${no}`);
    expect(body).toContain("公示已结束");
    expect(body).not.toContain(nameOf(index));
  }
});
