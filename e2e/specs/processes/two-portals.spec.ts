import { expect } from "@playwright/test";
import { branchDesk } from "../../fixtures/branch-desk.ts";
import { sharedDatabaseUrl, sharedDataDir, sharedPort } from "../../fixtures/hosts.ts";
import { startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { test } from "../../fixtures/test.ts";

const host = "huli.localhost";
let second: PortalProcess;

test.beforeAll(async () => {
  test.setTimeout(200_000);
  second = await startPortal({ databaseUrl: sharedDatabaseUrl(), dataDir: sharedDataDir() });
});

test.afterAll(() => second.end());

test("an article shows on both portals within a second and is gone from both within two", async () => {
  const title = "两个进程同时可见的报道";
  const ports = [sharedPort(), second.port];
  const desk = await branchDesk(sharedPort(), "huli");
  const submitted = await desk.submit(title, "发布后两个门户都应当立即看到。");
  const pages = ["/", "/c/activities", "/feed.xml", `/a/${submitted.no}`];
  // Warm caches on both: what is shown later must have replaced something.
  for (const port of ports) for (const page of pages) await readFrom(port, host, page);

  const live = await desk.approveAndPublish(submitted);
  await Promise.all(
    ports.flatMap((port) =>
      pages.map((page) =>
        readUntil(
          () => readFrom(port, host, page),
          (answer) => answer.status === 200 && answer.body.includes(title),
          1_000,
        ),
      ),
    ),
  );

  await desk.withdraw(live);
  await Promise.all(
    ports.flatMap((port) =>
      pages.map((page) =>
        readUntil(
          () => readFrom(port, host, page),
          (answer) => !answer.body.includes(title),
          2_000,
        ),
      ),
    ),
  );
  for (const port of ports) expect((await readFrom(port, host, `/a/${submitted.no}`)).status).toBe(410);
});
