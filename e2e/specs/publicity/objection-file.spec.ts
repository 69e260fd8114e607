import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { expect, type Page } from "@playwright/test";
import { row } from "../../fixtures/behind-the-scenes.ts";
import type { ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { ask, readFrom } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

type InHand = { publicityId: string; version: number };

const words = "名单中有一人不符合条件，材料附后，请核实。";
const material = Buffer.from("只有书记和党务办公室能看到的一份材料。", "utf8");

/** A list that runs from now on, prepared by one person and signed by another; returns its number. */
async function running(
  branch: string,
  organiser: ConsoleClient,
  secretary: ConsoleClient,
): Promise<InHand & { no: number }> {
  const types = await organiser.query<{ id: string; key: string }[]>("publicity.types", { branch });
  const type = types.find(({ key }) => key === "admission");
  const created = await organiser.mutate<InHand>("publicity.create", { branch, templateId: type?.id ?? "" });
  const draft = {
    title: "关于拟接收预备党员的公示",
    entries: [{ name: "示例甲", unit: "2023级护理学1班" }],
    contact: { name: "组织员", phone: "0373-3831234", address: "" },
    startsAt: null,
    lastDay: null,
  };
  const saved = await organiser.mutate<InHand>("publicity.save", {
    ...{ branch, draft, publicityId: created.publicityId, version: created.version },
  });
  const submitted = await organiser.mutate<InHand>("publicity.submit", {
    ...{ branch, publicityId: saved.publicityId, version: saved.version },
  });
  const signed = await secretary.mutate<InHand>("publicity.sign", {
    ...{ branch, publicityId: submitted.publicityId, version: submitted.version },
  });
  const { no } = await row<{ no: number }>("SELECT no FROM publicity_list WHERE id = $1", signed.publicityId);
  return { ...signed, no };
}

/** Fills the reader's form, with a file, and sends it. */
async function object(
  page: Page,
  address: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.goto(address);
  await page.getByText("在线提出异议").click();
  await page.getByRole("textbox", { name: "您要反映的情况" }).fill(words);
  await page.getByLabel("材料").setInputFiles(file);
  await page.getByRole("button", { name: "提交异议" }).click();
}

test("a file goes from the form without script to the secretary, and to nobody else", async ({ browser, page }) => {
  const branch = await openBranch();
  const [secretary, organiser, webmaster, contributor] = await Promise.all(
    (["secretary", "organiser", "webmaster", "contributor"] as const).map((role) => staffMember(branch, role)),
  );
  const other = await openBranch();
  const stranger = await staffMember(other, "secretary");
  if (!secretary || !organiser || !webmaster || !contributor) throw new Error("nobody was appointed");
  const { publicityId, no } = await running(branch.slug, organiser.client, secretary.client);
  const host = `${branch.slug}.localhost`;
  await expect.poll(async () => (await readFrom(sharedPort(), host, `/g/${no}`)).status).toBe(200);

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await object(reader, urlOf(branch.slug, `/g/${no}`), { name: "说明.exe", mimeType: "", buffer: material });
  await expect(reader.getByText("附上的文件不能接收")).toBeVisible();
  await reader.goBack();
  await expect(reader.getByRole("textbox", { name: "您要反映的情况", includeHidden: true })).toHaveValue(words);
  await object(reader, urlOf(branch.slug, `/g/${no}`), {
    ...{ name: "大图.png", mimeType: "image/png" },
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  await expect(reader.getByText("附上的文件太大，最多 10 MB")).toBeVisible();
  await object(reader, urlOf(branch.slug, `/g/${no}`), {
    name: "证明 材料.txt",
    mimeType: "text/plain",
    buffer: material,
  });
  await expect(reader.getByText("回执编号").first()).toBeVisible();
  expect(await reader.context().cookies()).toEqual([]);

  const { id, count } = await row<{ id: string; count: number }>(
    "SELECT min(id::text) AS id, count(*)::int AS count FROM objection WHERE list_id = $1",
    publicityId,
  );
  expect(count).toBe(1);

  await beSignedIn(page.context(), secretary.client);
  await openConsole(page, `/inbox`);
  await page.getByRole("link", { name: /关于拟接收预备党员的公示/u }).click();
  await page.getByRole("button", { name: "查看并处理" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "证明 材料.txt" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("证明 材料.txt");
  expect(await buffer(await download.createReadStream())).toEqual(material);

  const path = (slug: string, objectionId: string) => `/api/objection-file/${slug}/${objectionId}`;
  const { status, headers } = await secretary.client.ask(path(branch.slug, id));
  expect([status, headers["cache-control"], headers["x-content-type-options"]]).toEqual([200, "no-store", "nosniff"]);
  expect(headers["content-disposition"]).toMatch(/^attachment;/u);
  for (const { client } of [webmaster, contributor, organiser]) {
    const refused = await client.ask(path(branch.slug, id));
    expect([refused.status, refused.body]).toEqual([403, (await client.ask(path(branch.slug, randomUUID()))).body]);
  }
  for (const slug of [branch.slug, other.slug]) {
    const foreign = await stranger.client.ask(path(slug, id));
    expect([foreign.status, foreign.body]).toEqual([404, (await stranger.client.ask(path(slug, randomUUID()))).body]);
  }
  expect((await ask(sharedPort(), "console.localhost", path(branch.slug, id))).status).toBe(401);
  for (const [where, address] of [
    [host, path(branch.slug, id)],
    [host, `/media/${id}/sealed`],
    ["localhost", `/media/${branch.slug}/${id}/sealed`],
  ] as const)
    expect((await readFrom(sharedPort(), where, address)).status, where + address).toBe(404);
  const { read } = await row<{ read: number }>(
    "SELECT count(*)::int AS read FROM audit_entry WHERE subject_id = $1 AND action = 'objection.readFile'",
    id,
  );
  expect(read).toBe(2);

  await reader.context().close();
});
