import { expect, test, type Page } from "@playwright/test";
import { appoint, type TestBranch, type TestUser } from "@zhibu/db/testing/factories";
import { row, rows } from "../../fixtures/behind-the-scenes.ts";
import { consoleClient, type ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll, screens } from "../../fixtures/judge-page.ts";
import { watch, type PageWatch } from "../../fixtures/page-watch.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { scriptKilobytes } from "../../fixtures/script-weight.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";

/** A branch of the demo college, full of work; the people are this spec's own. */
const full = "gongwei";

type Who = "webmaster" | "secretary" | "newcomer" | "nobody";

const people: Partial<Record<Who, ConsoleClient>> = {};
let fresh: TestBranch;

async function demoBranch(slug: string): Promise<TestBranch> {
  const { id, name } = await row<{ id: string; name: string }>("SELECT id, name FROM branch WHERE slug = $1", slug);
  // The database just said that this is a branch's id.
  return { tenantId: id as TestBranch["tenantId"], slug, name };
}

async function at(person: TestUser): Promise<ConsoleClient> {
  return consoleClient(sharedPort(), person.loginName);
}

test.beforeAll(async () => {
  const branch = await demoBranch(full);
  fresh = await openBranch();
  const [webmaster, secretary, newcomer, handedOut] = await Promise.all([
    newPerson("周网管"),
    newPerson("李书记"),
    newPerson("新书记"),
    newPerson(),
  ]);
  await appoint(branch, webmaster, "webmaster");
  await appoint(branch, secretary, "secretary");
  await appoint(fresh, newcomer, "secretary");
  Object.assign(people, {
    webmaster: await at(webmaster),
    secretary: await at(secretary),
    newcomer: await at(newcomer),
  });
  handedOutName = handedOut.loginName;
  await rows("UPDATE credential SET must_change_password = true WHERE user_id = $1", handedOut.userId);
});

let handedOutName: string;

async function signIn(page: Page, who: Who): Promise<void> {
  const client = people[who];
  if (client) await beSignedIn(page.context(), client);
}

/** An article of the full branch in a state, for the screens that show one. */
async function articleIn(condition: string): Promise<string> {
  const { id } = await row<{ id: string }>(
    `SELECT a.id FROM article a JOIN branch b ON b.id = a.tenant_id WHERE b.slug = $1 AND ${condition} ORDER BY a.no LIMIT 1`,
    full,
  );
  return id;
}

/** A publicity list somebody has just begun. */
async function draftedList(): Promise<string> {
  const { webmaster } = people;
  if (!webmaster) throw new Error("nobody prepares lists");
  const [type] = await webmaster.query<{ id: string }[]>("publicity.types", { branch: full });
  const input = { branch: full, templateId: type?.id };
  return (await webmaster.mutate<{ publicityId: string }>("publicity.create", input)).publicityId;
}

type Screen = {
  name: string;
  who: Who;
  path: () => string | Promise<string>;
  /** What a person comes for: keyboard reaches it. */
  action?: { role: "button" | "link" | "textbox"; name: RegExp };
  kilobytesMax?: number;
};

const screensOfConsole: readonly Screen[] = [
  {
    name: "sign-in",
    who: "nobody",
    path: () => "/sign-in",
    action: { role: "button", name: /^登录$/u },
    kilobytesMax: 200,
  },
  {
    name: "the inbox",
    who: "secretary",
    path: () => "/inbox",
    action: { role: "link", name: /去审核|去发布|查看|审核/u },
  },
  { name: "the dashboard", who: "webmaster", path: () => `/${full}`, action: { role: "button", name: /写文章/u } },
  {
    name: "the article list",
    who: "webmaster",
    path: () => `/${full}/articles`,
    action: { role: "button", name: /写文章/u },
  },
  {
    name: "the editor with a draft",
    who: "webmaster",
    path: async () => `/${full}/articles/${await articleIn("a.work_state = 'draft' AND a.visibility = 'unpublished'")}`,
    action: { role: "textbox", name: /正文/u },
  },
  {
    name: "the editor with a published article",
    who: "webmaster",
    path: async () => `/${full}/articles/${await articleIn("a.visibility = 'live' AND a.work_state IS NULL")}`,
  },
  {
    name: "the review page",
    who: "secretary",
    path: async () => `/${full}/review/${await articleIn("a.work_state = 'in_review'")}`,
    action: { role: "button", name: /通过并发布/u },
  },
  {
    name: "the columns",
    who: "webmaster",
    path: () => `/${full}/columns`,
    action: { role: "button", name: /添加栏目/u },
  },
  {
    name: "the pictures",
    who: "webmaster",
    path: () => `/${full}/media`,
    action: { role: "button", name: /选择文件/u },
  },
  { name: "the attachments", who: "webmaster", path: () => `/${full}/media?kind=attachment` },
  {
    name: "a publicity list in preparation",
    who: "webmaster",
    path: async () => `/${full}/publicity/${await draftedList()}`,
    action: { role: "button", name: /从 Excel 导入/u },
  },
  { name: "the people", who: "webmaster", path: () => `/${full}/people` },
  {
    name: "the settings",
    who: "webmaster",
    path: () => `/${full}/settings`,
    action: { role: "textbox", name: /支部简介/u },
  },
  { name: "the account", who: "webmaster", path: () => "/account", action: { role: "button", name: /修改密码/u } },
  { name: "a page that does not exist", who: "webmaster", path: () => `/${full}/nothing` },
];

/** Waits until nothing on the page is still on its way. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText("正在加载…")).toHaveCount(0);
}

async function judge(page: Page, watched: PageWatch, screen: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  expect(await axeFindings(page), screen).toEqual([]);
  expect(watched.takeTroubles(), screen).toEqual([]);
}

for (const { name, who, path, kilobytesMax = 350 } of screensOfConsole) {
  test(`${name}: quiet, accessible and within its width at a desk and on a phone, and light on first load`, async ({
    page,
  }) => {
    await signIn(page, who);
    const watched = await watch(page);
    const where = await path();
    for (const { name: screen, width, height } of screens) {
      await page.setViewportSize({ width, height });
      const html = await openConsole(page, where);
      await settled(page);
      if (screen === "desk") expect(await scriptKilobytes(html)).toBeLessThanOrEqual(kilobytesMax);
      await judge(page, watched, screen);
    }
  });
}

test("the first password: quiet, accessible and light like the rest", async ({ page, context }) => {
  await beSignedIn(context, await consoleClient(sharedPort(), handedOutName));
  const watched = await watch(page);
  for (const { name, width, height } of screens) {
    await page.setViewportSize({ width, height });
    const html = await openConsole(page, "/inbox");
    await expect(page).toHaveURL(/\/change-password/u);
    if (name === "desk") expect(await scriptKilobytes(html)).toBeLessThanOrEqual(350);
    await judge(page, watched, name);
  }
});

for (const { name, who, path, action } of screensOfConsole) {
  if (action === undefined) continue;
  test(`${name}: the keyboard reaches what one comes for`, async ({ page }) => {
    await signIn(page, who);
    await openConsole(page, await path());
    await settled(page);
    const wanted = page.getByRole(action.role, { name: action.name });
    await expect(wanted.first()).toBeVisible();
    const isThere = () =>
      wanted.evaluateAll((elements) => elements.some((element) => element.contains(document.activeElement)));
    if (who !== "nobody") {
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
      await page.keyboard.press("Enter");
    }
    for (let stops = 0; stops < 40 && !(await isThere()); stops += 1) await page.keyboard.press("Tab");
    expect(await isThere()).toBe(true);
    // Whoever goes by keyboard sees where they are.
    const outlined = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return false;
      // In running text the caret shows it.
      if (focused.isContentEditable) return true;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const around = focused.parentElement === null ? "none" : getComputedStyle(focused.parentElement).boxShadow;
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" || around !== "none";
    });
    expect(outlined).toBe(true);
  });
}

test("each tab of the article list: quiet, accessible and within its width on a phone", async ({ page }) => {
  await signIn(page, "webmaster");
  const watched = await watch(page);
  await page.setViewportSize(screens[1]);
  for (const tab of ["drafts", "inReview", "returned", "approved", "live", "withdrawn", "archived"]) {
    await openConsole(page, `/${full}/articles?tab=${tab}`);
    await settled(page);
    await judge(page, watched, tab);
  }
});

test("a branch that has just been opened: every list says that it is empty, and what to do", async ({ page }) => {
  await signIn(page, "newcomer");
  const watched = await watch(page);
  const words: readonly [string, string][] = [
    ["/inbox", "都处理完了"],
    [`/${fresh.slug}`, "还没有发布过文章"],
    [`/${fresh.slug}`, "没有积压的稿件"],
    [`/${fresh.slug}/articles`, "还没有文章"],
    [`/${fresh.slug}/articles?tab=drafts`, "没有草稿"],
    [`/${fresh.slug}/articles?tab=inReview`, "没有待审核的文章"],
    [`/${fresh.slug}/articles?tab=returned`, "没有被退回的文章"],
    [`/${fresh.slug}/articles?tab=approved`, "没有待发布的文章"],
    [`/${fresh.slug}/articles?tab=live`, "还没有发布过文章"],
    [`/${fresh.slug}/articles?tab=withdrawn`, "没有下线的文章"],
    [`/${fresh.slug}/articles?tab=archived`, "没有归档的文章"],
    [`/${fresh.slug}/media`, "还没有图片"],
    [`/${fresh.slug}/media?kind=attachment`, "还没有附件"],
    [`/${fresh.slug}/columns`, "还没有特色栏目"],
    [`/${fresh.slug}/people`, "暂无人担任"],
  ];
  await page.setViewportSize(screens[1]);
  for (const [path, text] of words) {
    await openConsole(page, path);
    await settled(page);
    await expect(page.getByText(text).first(), path).toBeVisible();
    await expectNoSidewaysScroll(page);
    expect(watched.takeTroubles(), path).toEqual([]);
  }
  for (const path of [
    "/inbox",
    `/${fresh.slug}`,
    `/${fresh.slug}/articles`,
    `/${fresh.slug}/media`,
    `/${fresh.slug}/columns`,
  ]) {
    await openConsole(page, path);
    await settled(page);
    expect(await axeFindings(page), path).toEqual([]);
  }
});

test("a list that can't be loaded says so, and loads when asked again", async ({ page }) => {
  await signIn(page, "webmaster");
  await openConsole(page, `/${full}/articles`);
  await settled(page);
  const calls = /\/api\/trpc\/[^?]*articles\.list/u;
  await page.route(calls, (route) => {
    // Each call of the batch fails as the server's own mistakes do.
    const failed = {
      json: { message: "", code: -32603, data: { appCode: "INTERNAL", reason: "unexpected", params: {}, fields: [] } },
    };
    const answers = new URL(route.request().url()).pathname.split(",").map(() => ({ error: failed }));
    return route.fulfill({ status: 500, contentType: "application/json", body: JSON.stringify(answers) });
  });
  await page.getByRole("button", { name: /^已下线/u }).click();
  const again = page.getByRole("button", { name: "重新加载" });
  await expect(again).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.unroute(calls);
  await again.click();
  await expect(again).toBeHidden();
  await settled(page);
  await expect(page.getByText("没有加载出来")).toHaveCount(0);
});

test("the console's policy lets no script in but its own, and none by text", async () => {
  const client = people.webmaster;
  for (const path of ["/sign-in", "/inbox", `/${full}`, `/${full}/articles`, `/${full}/media`]) {
    const answer = await client?.ask(path);
    const policy = String(answer?.headers["content-security-policy"] ?? "");
    const scripts = /script-src ([^;]*)/u.exec(policy)?.[1] ?? "";
    expect(scripts, path).toMatch(/^'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'$/u);
    expect(policy, path).toMatch(/default-src 'self'.*object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/u);
    const again = String((await client?.ask(path))?.headers["content-security-policy"] ?? "");
    expect(again, `${path}: a nonce is used once`).not.toBe(policy);
  }
});
