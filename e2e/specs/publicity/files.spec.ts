import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { writeXlsx } from "hucre/xlsx";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll, screens } from "../../fixtures/judge-page.ts";
import { ask, readUntil } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const mobile = "１３８－００１３－８０００";

/** An Excel file as an office would attach it. */
async function workbook(name: string, rows: readonly string[][]) {
  const bytes = await writeXlsx({ sheets: [{ name: "名单", rows: [["姓名", "备注"], ...rows] }] });
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

type InHand = { publicityId: string; version: number };
type Detail = { list: { version: number; no: number }; shownFiles: { mediaId: string }[] };

test("files of a list: read at the upload, stopped, mended, signed, readers' while it runs, and gone within two seconds", async ({
  page,
  context,
}) => {
  const [branch, elsewhere] = [await openBranch(), await openBranch()];
  const { client: organiser } = await staffMember(branch, "organiser");
  const { client: secretary } = await staffMember(branch, "secretary");
  const { client: webmaster } = await staffMember(branch, "webmaster");
  const { client: stranger } = await staffMember(elsewhere, "secretary");
  const { client: contributor } = await staffMember(branch, "contributor");
  const own = { branch: branch.slug };
  const [type] = await organiser.query<{ id: string }[]>("publicity.types", own);
  const list = await organiser.mutate<InHand>("publicity.create", { ...own, templateId: type?.id ?? "" });
  await organiser.mutate("publicity.save", {
    ...own,
    ...list,
    draft: {
      title: "关于评优结果的公示",
      entries: [{ name: "示例甲", unit: "护理学院", award: "优秀共产党员" }],
      contact: { name: "组织员", phone: "0373-3831234", address: "行政楼201室" },
      startsAt: null,
      lastDay: null,
    },
  });

  await beSignedIn(context, organiser);
  await openConsole(page, `/${branch.slug}/publicity/${list.publicityId}`);
  const files = page.getByRole("region", { name: "附件", exact: true });
  const choose = files.locator("input[type=file]");
  await choose.setInputFiles(await workbook("带电话的名单.xlsx", [["示例甲", `电话${mobile}`]]));
  await expect(files.getByText("工作表“名单”的 B2 单元格有疑似手机号码")).toBeVisible();
  await page.getByRole("button", { name: "保存并提交签发" }).click();
  await expect(page.getByText("有 1 个附件里有不能公示的个人信息")).toBeVisible();
  for (const { width, height } of screens) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    expect(await axeFindings(page)).toEqual([]);
  }
  await files.getByRole("button", { name: "移除附件“带电话的名单.xlsx”" }).click();
  await choose.setInputFiles(await workbook("事迹材料.xlsx", [["示例甲", "2026年6月28日支部大会"]]));
  await expect(files.getByText("文字已检查，没有发现个人信息")).toBeVisible();
  await page.getByRole("button", { name: "保存并提交签发" }).click();
  await expect(page.getByRole("heading", { name: "提交签发的名单" })).toBeVisible();

  const detail = () => secretary.query<Detail>("publicity.get", { ...own, publicityId: list.publicityId });
  const { version } = (await detail()).list;
  await secretary.mutate("publicity.sign", { ...own, publicityId: list.publicityId, version });
  const { list: running, shownFiles } = await detail();
  const mediaId = shownFiles[0]?.mediaId ?? "";
  const host = `${branch.slug}.localhost`;
  const path = `/media/${mediaId}/original`;
  const read = (at: string, what: string) => ask(sharedPort(), at, what);
  await readUntil(
    () => read(host, `/g/${running.no}`),
    ({ body }) => body.includes(path),
    2_000,
  );
  const file = await read(host, path);
  expect(file).toMatchObject({
    status: 200,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
  expect(file.headers["content-disposition"]).toMatch(/^attachment/u);
  expect((await read(`${elsewhere.slug}.localhost`, path)).status).toBe(404);
  expect((await read("localhost", path.replace("/media/", `/media/${elsewhere.slug}/`))).status).toBe(404);

  const door = (slug: string, publicityId: string, id: string) => `/api/publicity-file/${slug}/${publicityId}/${id}`;
  const opened = await organiser.ask(door(branch.slug, list.publicityId, mediaId));
  expect(opened).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
  expect((await organiser.ask(`/api/media/${branch.slug}/${mediaId}/original`)).status).toBe(404);
  expect((await contributor.ask(door(branch.slug, list.publicityId, mediaId))).status).toBe(403);
  const foreign = await stranger.ask(door(branch.slug, list.publicityId, mediaId));
  expect(foreign.status).toBe(404);
  expect(foreign.body).toBe((await stranger.ask(door("nobody", randomUUID(), mediaId))).body);
  expect((await stranger.ask(door(elsewhere.slug, list.publicityId, mediaId))).status).toBe(404);
  expect((await read("console.localhost", door(branch.slug, list.publicityId, mediaId))).status).toBe(401);

  await secretary.mutate("publicity.withdraw", {
    ...own,
    publicityId: list.publicityId,
    version: running.version,
    reason: "附件有误，撤下重办",
  });
  await readUntil(
    () => read(host, path),
    ({ status }) => status === 404,
    2_000,
  );
  expect((await read(host, `/g/${running.no}`)).body).not.toContain(mediaId);
  expect((await webmaster.ask(door(branch.slug, list.publicityId, mediaId))).status).toBe(403);
  expect((await organiser.ask(door(branch.slug, list.publicityId, mediaId))).status).toBe(200);
  expect((await secretary.ask(door(branch.slug, list.publicityId, mediaId))).status).toBe(200);
});
