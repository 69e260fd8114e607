import { expect, type Page } from "@playwright/test";
import { row, rows } from "../../fixtures/behind-the-scenes.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll, screens } from "../../fixtures/judge-page.ts";
import { watch } from "../../fixtures/page-watch.ts";
import { readFrom } from "../../fixtures/read-from.ts";
import { openBranch } from "../../fixtures/scratch-branch.ts";
import { test } from "../../fixtures/test.ts";

const branch = "linchuang";
const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 760 };

/** A published or once published article of the demo college that has what the condition asks for. */
async function articleWith(condition: string): Promise<string> {
  const { slug, no } = await row<{ slug: string; no: number }>(
    `SELECT b.slug, a.no FROM article a JOIN branch b ON b.id = a.tenant_id
     LEFT JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.live_revision_id
     WHERE ${condition} AND a.published_at < now() - interval '1 day' ORDER BY a.no LIMIT 1`,
  );
  return urlOf(slug, `/a/${no}`);
}

/** A branch whose site was closed for the time being. */
async function suspendedBranch(): Promise<string> {
  const { tenantId, slug } = await openBranch();
  await rows("UPDATE branch SET state = 'suspended', updated_at = now() WHERE id = $1", tenantId);
  // The front door learns of it at its next look at the database.
  await expect.poll(async () => (await readFrom(sharedPort(), `${slug}.localhost`, "/")).status).toBe(503);
  return urlOf(slug, "/");
}

const tableArticle = () => articleWith(`a.visibility = 'live' AND r.body::text LIKE '%"tableRow"%'`);
const longArticle = () => articleWith("a.visibility = 'live' AND length(r.body_text) > 1500");

const pages: readonly { name: string; status?: number; url: () => string | Promise<string> }[] = [
  { name: "the portal's home", url: () => urlOf("", "/") },
  { name: "the portal's branches", url: () => urlOf("", "/branches") },
  { name: "a module of the portal", url: () => urlOf("", "/m/news") },
  { name: "the portal's 404", url: () => urlOf("", "/no-such-page"), status: 404 },
  { name: "a branch's home", url: () => urlOf(branch, "/") },
  { name: "a module of a branch", url: () => urlOf(branch, "/c/news") },
  { name: "the second page of a module", url: () => urlOf(branch, "/c/news/2") },
  { name: "a column", url: () => urlOf(branch, "/c/activities") },
  { name: "an article with a table", url: tableArticle },
  {
    name: "an article with a picture",
    url: () => articleWith(`a.visibility = 'live' AND r.body::text LIKE '%"picture"%'`),
  },
  {
    name: "an article with an attachment",
    url: () =>
      articleWith(`a.visibility = 'live' AND EXISTS (SELECT FROM revision_media m
        WHERE m.tenant_id = r.tenant_id AND m.revision_id = r.id AND m.use = 'attachment')`),
  },
  { name: "the stub of a withdrawn article", url: () => articleWith("a.visibility = 'withdrawn'"), status: 410 },
  { name: "a branch's 404", url: () => urlOf(branch, "/no-such-page"), status: 404 },
  { name: "a suspended branch", url: suspendedBranch, status: 503 },
];

/** What Chromium writes of a page that is no 200; it is what was asked for. */
const ownStatus = /^Failed to load resource: the server responded with a status of (?:404|410|503)/u;

for (const { name, url, status = 200 } of pages) {
  test(`${name} is quiet, light and accessible at a desk and on a phone`, async ({ page }) => {
    const watched = await watch(page);
    const address = await url();
    for (const { name: screen, width, height } of screens) {
      await page.setViewportSize({ width, height });
      watched.takeRequests();
      const response = await page.goto(address, { waitUntil: "load" });
      expect(response?.status()).toBe(status);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const light = watched.takeRequests().map((request) => new URL(request.url()).pathname);
      expect(
        light.filter((path) => !path.startsWith("/media/")).length,
        `${screen}: ${light.join()}`,
      ).toBeLessThanOrEqual(4);
      await expectNoSidewaysScroll(page);
      expect(await axeFindings(page), screen).toEqual([]);
      const troubles = watched.takeTroubles();
      expect(status === 200 ? troubles : troubles.filter((trouble) => !ownStatus.test(trouble)), screen).toEqual([]);
    }
  });
}

async function fontSize(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

test("by keyboard: the first stop skips the menu, and leads to the text", async ({ page }) => {
  await page.setViewportSize(desk);
  await page.goto(await longArticle());
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到正文" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/u);
  await page.keyboard.press("Tab");
  const stands = await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement));
  expect(stands).toBe(true);
});

test("on a phone the menu opens and leads on by keyboard alone", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(urlOf(branch, "/"));
  const menu = page.locator("summary", { hasText: "菜单" });
  const navigation = page.getByRole("navigation", { name: "主导航" });
  await expect(navigation).toBeHidden();
  for (
    let stops = 0;
    stops < 10 && !(await menu.evaluate((element) => element === document.activeElement));
    stops += 1
  ) {
    await page.keyboard.press("Tab");
  }
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(navigation).toBeVisible();
  await expectNoSidewaysScroll(page);
  // What lies half under the open menu is not to be touched while it is open.
  expect(await axeFindings(page, "header")).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(navigation.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/[cp]\//u);
});

test("large print enlarges the text, and the page still fits a phone", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(await longArticle());
  const before = await fontSize(page, ".prose p");
  await page.getByRole("checkbox", { name: "大字版" }).focus();
  await page.keyboard.press("Space");
  expect(await fontSize(page, ".prose p")).toBeGreaterThan(before * 1.15);
  await expectNoSidewaysScroll(page);
  expect(await axeFindings(page)).toEqual([]);
});

test("the size of an article's text is chosen by radio buttons, without script", async ({ page }) => {
  await page.goto(await longArticle());
  const sizes: number[] = [];
  for (const label of ["小", "中", "大"]) {
    await page.getByRole("radio", { name: label }).focus();
    await page.keyboard.press("Space");
    sizes.push(await fontSize(page, ".prose p"));
  }
  expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
  expect(sizes).toHaveLength(3);
});

test("on paper there is the article and no navigation", async ({ page }) => {
  await page.goto(await tableArticle());
  await expect(page.getByRole("navigation")).not.toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("enlarged to 200 %, text of an article is neither cut nor pushed aside", async ({ page }) => {
  // A window of 640 pixels is what a browser at 200 % makes of a desk.
  await page.setViewportSize({ width: 640, height: 450 });
  await page.goto(await tableArticle());
  await expectNoSidewaysScroll(page);
});

test("a reader's browser keeps nothing: no cookie, no storage, no worker", async ({ page, context }) => {
  for (const url of [urlOf("", "/"), urlOf(branch, "/"), await tableArticle()]) {
    await page.goto(url);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    expect(kept).toEqual({ local: 0, session: 0, workers: 0 });
  }
  expect(await context.cookies()).toEqual([]);
});
