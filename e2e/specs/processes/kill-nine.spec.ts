import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { startScratchPostgres, type ScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { branchDesk } from "../../fixtures/branch-desk.ts";
import { freePort, startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { test } from "../../fixtures/test.ts";

const host = "yaoxue.localhost";

let folder: string;
let postgres: ScratchPostgres;
let databaseUrl: string;
let port: number;
let portal: PortalProcess;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-kill-"));
  postgres = await startScratchPostgres();
  databaseUrl = await postgres.createDatabase("kill");
  port = await freePort();
  portal = await startPortal({ databaseUrl, dataDir: folder, port });
});

test.afterAll(async () => {
  await portal.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  portal = await startPortal({ databaseUrl, dataDir: folder, port });
}

type Row = { article: { visibility: string; workState: string | null }; timeline: { action: string }[] };

test("killed with -9 during publications, each article is wholly published or not at all", async () => {
  test.setTimeout(300_000);
  for (let round = 0; round < 4; round += 1) {
    const desk = await branchDesk(port, "yaoxue");
    const articles = [];
    for (let index = 0; index < 4; index += 1)
      articles.push(await desk.submit(`断电第${round + 1}轮第${index + 1}篇`, `第${round + 1}轮的正文。`));
    // The portal dies while these are under way, each round at another moment.
    const attempts = articles.map((article) =>
      desk.approveAndPublish(article).then(
        () => true,
        () => false,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, round * 25));
    await portal.end("SIGKILL");
    const acknowledged = await Promise.all(attempts);
    await restart();

    const after = await branchDesk(port, "yaoxue");
    for (const [index, { articleId, no }] of articles.entries()) {
      const { article, timeline } = await after.webmaster.query<Row>("articles.forEditing", {
        branch: "yaoxue",
        articleId,
      });
      const page = await readFrom(port, host, `/a/${no}`);
      const published = article.visibility === "live";
      if (acknowledged[index]) expect(published).toBe(true);
      expect({
        status: page.status,
        workState: article.workState,
        steps: timeline.filter((step) => step.action === "publish").length,
      }).toEqual(
        published ? { status: 200, workState: null, steps: 1 } : { status: 404, workState: "in_review", steps: 0 },
      );
    }
  }
});

test("a publication planned before the crash happens once after the restart, though its time passed meanwhile", async () => {
  test.setTimeout(180_000);
  const desk = await branchDesk(port, "yaoxue");
  const submitted = await desk.submit("断电期间到点的定时稿", "到点时服务器不在。");
  const { articleId } = submitted;
  const approved = await desk.secretary.mutate<{ version: number }>("articles.approve", {
    branch: "yaoxue",
    articleId,
    version: submitted.version,
    opinion: "",
    waivers: [],
    publish: false,
  });
  const publishAt = new Date(Date.now() + 1_500);
  await desk.webmaster.mutate("articles.schedule", {
    branch: "yaoxue",
    articleId,
    version: approved.version,
    publishAt: publishAt.toISOString(),
  });
  await portal.end("SIGKILL");
  await expect.poll(() => Date.now() > publishAt.getTime()).toBe(true);
  await restart();

  await readUntil(
    () => readFrom(port, host, `/a/${submitted.no}`),
    (answer) => answer.status === 200,
    65_000,
  );
  const after = await branchDesk(port, "yaoxue");
  const { timeline } = await after.webmaster.query<Row>("articles.forEditing", { branch: "yaoxue", articleId });
  expect(timeline.filter((step) => step.action === "publishScheduled")).toHaveLength(1);
});
