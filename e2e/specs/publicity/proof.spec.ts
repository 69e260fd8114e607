import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { extractText } from "unpdf";
import type { TestBranch } from "@zhibu/db/testing/factories";
import { row, rows } from "../../fixtures/behind-the-scenes.ts";
import type { ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll } from "../../fixtures/judge-page.ts";
import { readFrom } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const names = ["证明甲", "证明乙"];
const title = "关于拟接收预备党员的公示";

let branch: TestBranch;
let secretary: ConsoleClient;
let organiser: ConsoleClient;
let list: { publicityId: string; version: number };

test.beforeAll(async () => {
  branch = await openBranch();
  ({ client: organiser } = await staffMember(branch, "organiser"));
  ({ client: secretary } = await staffMember(branch, "secretary"));
  list = await runningList();
});

/** A list the organiser prepared and the secretary signed; it runs from now on. */
async function runningList() {
  type Moved = { publicityId: string; version: number };
  const { slug } = branch;
  const types = await organiser.query<{ id: string; name: string }[]>("publicity.types", { branch: slug });
  const templateId = types.find((type) => type.name === "拟接收预备党员")?.id ?? "";
  const created = await organiser.mutate<Moved>("publicity.create", { branch: slug, templateId });
  const draft = {
    title,
    entries: names.map((name) => ({ name, unit: "2023级护理学1班" })),
    contact: { name: "组织员", phone: "", address: "行政楼201室" },
    ...{ startsAt: null, lastDay: null },
  };
  const { publicityId, version } = created;
  const saved = await organiser.mutate<Moved>("publicity.save", { branch: slug, publicityId, version, draft });
  const submitted = await organiser.mutate<Moved>("publicity.submit", { branch: slug, ...saved });
  return secretary.mutate<Moved>("publicity.sign", { branch: slug, ...submitted });
}

const proofPath = (format: string, id = list.publicityId, slug = branch.slug) =>
  `/api/publicity-proof/${slug}/${id}?format=${format}`;

async function pageShown(): Promise<string> {
  const { no } = await row<{ no: number }>("SELECT no FROM publicity_list WHERE id = $1", list.publicityId);
  return (await readFrom(sharedPort(), `${branch.slug}.localhost`, `/g/${no}`)).body;
}

/** Has the server do now what it does every minute; in a minute's last seconds it asks nothing any more. */
async function probeNow(): Promise<void> {
  const probed = async () => {
    await rows("INSERT INTO pgboss.job (name, data) VALUES ('publicity.probe', '{}')");
    return rows("SELECT ok, status FROM publicity_probe WHERE list_id = $1", list.publicityId);
  };
  await expect.poll(probed, { intervals: [1_000] }).toContainEqual({ ok: true, status: 200 });
}

async function taken(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

test("one click gives a document and its data, with the fingerprint of the page that was shown", async ({ page }) => {
  await probeNow();
  const shown = await pageShown();
  const [hash = ""] = /(?<=<code>)[0-9a-f]{64}(?=<\/code>)/u.exec(shown) ?? [];
  expect(hash).not.toBe("");

  await beSignedIn(page.context(), secretary);
  await openConsole(page, `/${branch.slug}/publicity/${list.publicityId}`);
  // The minute in which it began is no whole one.
  await expect(page.getByText("可访问情况")).toBeVisible();
  await expect(page.getByRole("heading", { name: "证明材料" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);

  const pdf = await taken(page, "生成 PDF");
  expect(pdf.name).toMatch(/^公示证明材料-关于拟接收预备党员的公示-\d{4}-\d{2}-\d{2}\.pdf$/u);
  const words = (await extractText(pdf.bytes, { mergePages: true })).text.replaceAll(/\s+/gu, "");
  for (const expected of [hash, ...names, "公示期间未收到异议", "尚无结果"]) expect(words).toContain(expected);

  const files = unzipSync((await taken(page, "下载压缩包")).bytes);
  const signed = files["签发文本-第1版.json"] ?? new Uint8Array();
  expect(createHash("sha256").update(signed).digest("hex")).toBe(hash);
  // What was signed is what stands on the page: the same words, with the days filled in.
  const text = JSON.parse(new TextDecoder().decode(signed)) as { notice: string; entries: Record<string, string>[] };
  for (const words of [...text.notice.split(/\{\{.+?\}\}/u), ...text.entries.flatMap((entry) => Object.values(entry))])
    expect(shown).toContain(words);
  expect(new TextDecoder().decode(files["可访问检测记录.csv"])).toContain(",是,200,");

  const trail = await rows<{ format: string }>(
    "SELECT changes->>'format' AS format FROM audit_entry WHERE action = 'publicity.prove' AND subject_id = $1 ORDER BY seq",
    list.publicityId,
  );
  expect(trail).toEqual([{ format: "pdf" }, { format: "zip" }]);
});

test("nobody has a pack made who may not, and no other site in somebody's name", async () => {
  const answer = await organiser.ask(proofPath("pdf"));
  expect(answer).toMatchObject({
    status: 200,
    headers: { "content-type": "application/pdf", "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; /u);

  const other = await openBranch();
  const { client: stranger } = await staffMember(other, "secretary");
  const { client: contributor } = await staffMember(branch, "contributor");
  const { client: webmaster } = await staffMember(branch, "webmaster");
  const missing = "0199a000-0000-7000-8000-0000000000ff";
  expect((await contributor.ask(proofPath("pdf"))).status).toBe(403);
  expect((await webmaster.ask(proofPath("zip"))).status).toBe(403);
  const foreign = await stranger.ask(proofPath("pdf"));
  expect(foreign.status).toBe(404);
  expect(foreign.body).toBe((await stranger.ask(proofPath("pdf", missing, "nobody"))).body);
  const fromOwn = await stranger.ask(proofPath("pdf", list.publicityId, other.slug));
  expect(fromOwn.status).toBe(404);
  expect(fromOwn.body).toBe((await stranger.ask(proofPath("pdf", missing, other.slug))).body);
  expect((await readFrom(sharedPort(), "console.localhost", proofPath("pdf"))).status).toBe(401);
  expect((await secretary.ask(proofPath("pdf"), { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  expect((await secretary.ask(proofPath("exe"))).status).toBe(400);
  expect((await readFrom(sharedPort(), `${branch.slug}.localhost`, proofPath("pdf"))).status).toBe(404);
});
