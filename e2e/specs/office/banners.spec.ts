import { expect } from "@playwright/test";
import { personAt } from "../../fixtures/console-browser.ts";
import { consoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { scriptKilobytes } from "../../fixtures/script-weight.ts";
import { test } from "../../fixtures/test.ts";

/** Every kind of page a banner must be on: the portal, a branch's, its lists, an error page. */
const pages = [
  ["localhost", "/"],
  ["localhost", "/branches"],
  ["jichu.localhost", "/"],
  ["huli.localhost", "/c/news"],
  ["huli.localhost", "/a/1"],
  ["yaoxue.localhost", "/nothing-here"],
] as const;

async function everywhere(text: string, isThere: boolean, withinMs: number): Promise<void> {
  for (const [host, path] of pages) {
    await readUntil(
      () => readFrom(sharedPort(), host, path),
      ({ body }) => body.includes(text) === isThere,
      withinMs,
    );
  }
}

test("an urgent line stands on every page of every site at once, and is gone at once when it is taken back", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const text = `因暴雨停课${Date.now()}`;
  const office = await personAt(browser, "office");
  const html = await openConsole(office, "/office/banners");
  expect(await scriptKilobytes(html)).toBeLessThanOrEqual(350);
  await expectWellMade(office);
  await office.getByRole("button", { name: "发紧急通知" }).click();
  const dialog = office.getByRole("dialog", { name: "发紧急通知" });
  await dialog.getByRole("button", { name: "马上发到所有网站" }).click();
  await expect(dialog.getByText("请写通知内容，至少两个字。")).toBeVisible();
  await dialog.getByLabel("通知内容").fill(text);
  await dialog.getByLabel("链接").fill("/m/news");
  await dialog.getByRole("button", { name: "马上发到所有网站" }).click();
  await expect(office.getByText("正在显示")).toBeVisible();
  await everywhere(text, true, 2_000);
  const portal = await readFrom(sharedPort(), "huli.localhost", "/");
  expect(portal.body).toContain(`<a href="http://localhost:${sharedPort()}/m/news">${text}</a>`);
  await expectWellMade(office);

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`http://huli.localhost:${sharedPort()}/`);
  await expect(reader.getByRole("complementary", { name: "紧急通知" })).toContainText(text);
  await expectWellMade(reader);

  await office.getByRole("listitem").filter({ hasText: text }).getByRole("button", { name: "撤下" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "撤下" }).click();
  await expect(office.getByText("已撤下", { exact: true }).first()).toBeVisible();
  await everywhere(text, false, 2_000);
});

test("one that is planned begins and ends by itself at its time", async () => {
  test.setTimeout(60_000);
  const office = await consoleClient(sharedPort(), "office");
  const text = `定时通知${Date.now()}`;
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  await office.mutate("office.banners.add", { text, href: "", startsAt: inSeconds(4), endsAt: inSeconds(14) });
  await everywhere(text, false, 1_000);
  await everywhere(text, true, 9_000);
  await everywhere(text, false, 15_000);
});
