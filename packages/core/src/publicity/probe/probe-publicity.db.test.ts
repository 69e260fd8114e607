import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { withOffice, withReader, withTenant } from "@zhibu/db/scope";
import { dateOf } from "../../kernel/day-of.ts";
import { connectQueue, disconnectQueue } from "../../kernel/queue.ts";
import { configureSiteOrigins } from "../../kernel/site-origins.ts";
import { getPublicity } from "../get-publicity.ts";
import { findPublicity } from "../published/find-publicity.ts";
import { listRow, preparePublicity, publicityBranch, runningBy } from "../testing/publicity-for-tests.ts";
import { withdrawPublicity } from "../withdraw-publicity.ts";
import { probePublicity } from "./probe-publicity.ts";
import { configureProbe } from "./probe-settings.ts";
import { isProbeToken, probeHeader } from "./probe-token.ts";

const secret = "the secret of this installation";

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
  configureSiteOrigins(({ slug }) => `http://${slug}.localhost:3000`);
});

afterAll(disconnectQueue);

/** A front door of the test's, asked over HTTP. */
async function door(answer: RequestListener): Promise<void> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  configureProbe({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret });
}

/** A list that runs beyond the database's own clock, under a clock the test moves. */
async function running() {
  let now = new Date("2041-11-04T09:00:00+08:00");
  const clock = () => now;
  const { branch, staff } = await publicityBranch(clock);
  const { publicityId } = await runningBy(staff);
  const { no } = await listRow(staff.secretary, publicityId);
  const { tenantId } = staff.secretary;
  const [text] = await withTenant(tenantId, (tx) => tx.publicityText.findMany({ select: { hash: true } }));
  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const probes = () =>
    withTenant(tenantId, (tx) =>
      tx.publicityProbe.findMany({ orderBy: { at: "asc" }, select: { at: true, ok: true, status: true } }),
    );
  const version = () =>
    withOffice(async (tx) => (await tx.siteVersion.findUniqueOrThrow({ where: { siteId: tenantId } })).version);
  return { branch, staff, tenantId, publicityId, no, hash: text?.hash ?? "", clock, pass, probes, version };
}

describe("the probe", () => {
  test("asks the site's own host with its token, and notes a page that shows the signed text, once a minute", async () => {
    const list = await running();
    const questions: { host: string | undefined; url: string | undefined; good: boolean }[] = [];
    await door((request, response) => {
      const shown = request.headers[probeHeader];
      const good = typeof shown === "string" && isProbeToken(secret, shown, list.clock());
      questions.push({ host: request.headers.host, url: request.url, good });
      response.end(`<p>${list.hash}</p>`);
    });
    await probePublicity(list.clock);
    await probePublicity(list.clock);
    const host = new URL(`http://${await slugOf(list.tenantId)}.localhost:3000`).host;
    expect(questions).toContainEqual({ host, url: `/g/${list.no}`, good: true });
    expect(await list.probes()).toEqual([{ at: list.clock(), ok: true, status: 200 }]);
  });

  test.each([
    ["another page", 200, "<p>公示已结束</p>"],
    ["an error", 503, ""],
    ["a page with an error status", 404, null],
  ])("%s is not the list", async (_case, status, body) => {
    const list = await running();
    await door((_request, response) => {
      response.statusCode = status;
      response.end(body ?? list.hash);
    });
    await probePublicity(list.clock);
    expect(await list.probes()).toEqual([{ at: list.clock(), ok: false, status }]);
  });

  test("a server that does not answer is noted too", async () => {
    const list = await running();
    configureProbe({ origin: "http://127.0.0.1:9", secret });
    await probePublicity(list.clock);
    expect(await list.probes()).toEqual([{ at: list.clock(), ok: false, status: 0 }]);
  });

  test("an answer about a list that was taken down meanwhile is not noted", async () => {
    const list = await running();
    const row = await listRow(list.staff.secretary, list.publicityId);
    let withdrawn: Promise<unknown> | undefined;
    await door((_request, response) => {
      const input = { publicityId: list.publicityId, version: row.version, reason: "名单有误，重新公示。" };
      withdrawn ??= withdrawPublicity(list.staff.secretary, input);
      void withdrawn.then(() => response.end("over"));
    });
    await probePublicity(list.clock);
    expect(await list.probes()).toEqual([]);
  });
});

describe("lost time", () => {
  test("is told on the console with its stretches, and to readers as soon as the page is back", async () => {
    const list = await running();
    const { staff, tenantId, publicityId, no, hash } = list;
    let status = 200;
    await door((_request, response) => {
      response.statusCode = status;
      response.end(hash);
    });
    const probe = () => probePublicity(list.clock);
    await probe();
    list.pass(1);
    status = 500;
    await probe();
    list.pass(1);
    await probe();
    const before = await list.version();
    list.pass(2);
    status = 200;
    await probe();
    expect(await list.version()).toBeGreaterThan(before);
    list.pass(2);
    const { reachability } = await getPublicity(staff.webmaster, { publicityId });
    expect(reachability).toMatchObject({
      minutes: 5,
      reached: 2,
      lost: 2,
      unknown: 1,
      lostSpans: [{ from: new Date("2041-11-04T09:01:00+08:00"), minutes: 2 }],
    });
    expect(await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no))).toMatchObject({ minutesLost: 2 });
  });

  test("of another branch is not to be had, and readers see no probe", async () => {
    const [list, other] = [await running(), await running()];
    configureProbe({ origin: "http://127.0.0.1:9", secret });
    await probePublicity(list.clock);
    expect(
      await withTenant(other.tenantId, (tx) => tx.publicityProbe.count({ where: { listId: list.publicityId } })),
    ).toBe(0);
    const lost = (tenantId: typeof list.tenantId) =>
      withReader(
        tenantId,
        (tx) => tx.$queryRaw<{ n: bigint }[]>`SELECT publicity_minutes_lost(${list.publicityId}::uuid) AS n`,
      );
    expect([await lost(list.tenantId), await lost(other.tenantId)]).toEqual([[{ n: 1n }], [{ n: 0n }]]);
    await expect(withReader(list.tenantId, (tx) => tx.publicityProbe.findMany())).rejects.toThrow(/permission denied/u);
  });
});

test("a thousand running lists are asked about in one minute", { timeout: 60_000 }, async () => {
  const list = await running();
  const { tenantId, publicityId, clock } = list;
  await copyOf(tenantId, publicityId, 1_000);
  await door((_request, response) => void response.end(list.hash));
  const began = performance.now();
  await probePublicity(clock);
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(await withTenant(tenantId, (tx) => tx.publicityProbe.count({ where: { ok: true } }))).toBe(1_001);
});

async function slugOf(tenantId: string): Promise<string> {
  return (await withOffice((tx) => tx.branch.findUniqueOrThrow({ where: { id: tenantId } }))).slug;
}

/** The same list many times, each under a number of its own. */
async function copyOf(tenantId: string, listId: string, times: number): Promise<void> {
  await withOffice(async (tx) => {
    const list = await tx.publicityList.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: listId } } });
    const text = await tx.publicityText.findFirstOrThrow({ where: { tenantId, listId } });
    const copies = Array.from({ length: times }, (_, index) => ({
      no: 1_000 + index,
      id: crypto.randomUUID(),
      textId: crypto.randomUUID(),
    }));
    const { hash, title, notice, howToObject, preparedById, signedById } = text;
    const words = { hash, title, notice, howToObject, preparedById, signedById };
    await tx.publicityList.createMany({
      data: copies.map(({ id, no }) => ({
        ...{ tenantId, id, no, title, state: "running", templateVersionId: list.templateVersionId },
        ...{ startsAt: list.startsAt, lastDay: dateOf("2099-11-11"), endsAt: new Date("2099-11-12T00:00:00+08:00") },
        ...{ createdById: list.createdById, createdByName: list.createdByName },
      })),
    });
    await tx.publicityText.createMany({
      data: copies.map(({ id, textId }) => ({
        ...{ tenantId, id: textId, listId: id, number: 1, columns: [], entries: [], ...words },
        ...{ preparedName: "", signedByName: "", signedAt: text.signedAt },
      })),
    });
    await tx.$executeRaw`
      UPDATE publicity_list l SET text_id = t.id FROM publicity_text t
      WHERE t.tenant_id = l.tenant_id AND t.list_id = l.id AND l.tenant_id = ${tenantId}::uuid AND l.text_id IS NULL`;
  });
}
