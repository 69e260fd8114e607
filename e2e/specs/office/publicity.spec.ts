import { expect, type Browser, type Page } from "@playwright/test";
import { row, rows } from "../../fixtures/behind-the-scenes.ts";
import { CallRefused, type ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole, readyToUse } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

type Ref = { publicityId: string; version: number };

/** Years no other spec and no demo looks at; 1 January 2091 is a Monday. */
const [before, year] = [2090, 2091];

let office: ConsoleClient;
let secretary: ConsoleClient;
let webmaster: ConsoleClient;
let slug: string;
let branchName: string;
let officerName: string;
const typeName = `测试公示${crypto.randomUUID().slice(0, 6)}`;

test.beforeAll(async () => {
  const branch = await openBranch();
  [slug, branchName] = [branch.slug, branch.name];
  const officer = await officePerson();
  [office, officerName] = [officer.client, officer.person.displayName];
  secretary = (await staffMember(branch, "secretary")).client;
  webmaster = (await staffMember(branch, "webmaster")).client;
});

async function pageOf(browser: Browser, client: ConsoleClient): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await beSignedIn(page.context(), client);
  return page;
}

async function newList(): Promise<Ref> {
  const types = await webmaster.query<{ id: string; name: string }[]>("publicity.types", { branch: slug });
  const templateId = types.find(({ name }) => name === typeName)?.id;
  return webmaster.mutate<Ref>("publicity.create", { branch: slug, templateId });
}

async function templateOf({ publicityId }: Ref) {
  const { template } = await webmaster.query<{
    template: { workingDaysMin: number; columns: { label: string }[] };
  }>("publicity.get", { branch: slug, publicityId });
  return { days: template.workingDaysMin, columns: template.columns.map(({ label }) => label) };
}

test("the office writes a type and changes it: new lists use the new version, an old one keeps its own", async ({
  browser,
}) => {
  const page = await pageOf(browser, office);
  await test.step("a new type, which takes no column that must not be shown", async () => {
    await openConsole(page, "/office/publicity/templates");
    await expectWellMade(page);
    await page.getByRole("link", { name: "新增类型" }).click();
    await page.waitForURL(urlOf("console", "/office/publicity/templates/new"));
    await page.getByLabel("类型名称").fill(typeName);
    await page.getByLabel("公示依据").fill("学院党委文件");
    await page.getByRole("button", { name: "其他文字", exact: true }).click();
    const third = page.getByRole("group", { name: "第 3 栏" });
    await third.getByLabel("栏目名称").fill("学号");
    for (const label of ["公示的目的", "为什么必须公示这些栏目", "对本人有什么影响和风险", "采取哪些保护措施"])
      await page.getByLabel(label).fill("已经评估");
    await page.getByLabel("评估人").fill("党务办公室");
    await page.getByLabel("评估日期").fill("2026-11-20");
    await page.getByRole("button", { name: "保存类型" }).click();
    await expect(third).toContainText("这样的信息不能公示");
    await page.getByRole("button", { name: "删除“学号”" }).click();
    // A click puts a place-holder where the caret stands, and the example below fills it in.
    const notice = page.getByRole("textbox", { name: "公示正文" });
    await notice.fill("现公示共");
    await page.getByRole("button", { name: "在“公示正文”中插入人数" }).click();
    await page.keyboard.type("人。");
    await expect(notice).toHaveValue("现公示共{{人数}}人。");
    await expect(page.getByText("现公示共12人。")).toBeVisible();
    await expectWellMade(page);
    await page.getByRole("button", { name: "保存类型" }).click();
    await expect(page.getByRole("heading", { level: 1, name: typeName })).toBeVisible();
  });
  const old = await newList();
  const minimal = { days: 5, columns: ["姓名", "年级专业或部门"] };
  expect(await templateOf(old)).toEqual(minimal);

  await test.step("it is changed, and says what that means for lists there are", async () => {
    await page.reload();
    await readyToUse(page);
    await page.getByLabel("最短公示期（工作日）").fill("7");
    await page.getByRole("button", { name: "称号", exact: true }).click();
    await expect(page.getByText("公示栏目有变化，请重新评估并更新评估日期。")).toBeVisible();
    await page.getByRole("button", { name: "上移“称号”" }).click();
    await expect(page.getByText("保存后成为第 2 版")).toContainText("已经建立的 1 份公示沿用各自原来的版本");
    await page.getByRole("button", { name: "保存为新版" }).click();
    await expect(page.getByText("改了：公示栏目、最短公示期")).toBeVisible();
    await page.getByRole("button", { name: /看修改内容/u }).click();
    await expect(page.getByText("7 个工作日").first()).toBeVisible();
    await expectWellMade(page);
  });
  expect(await templateOf(await newList())).toEqual({ days: 7, columns: ["姓名", "称号", "年级专业或部门"] });
  expect(await templateOf(old)).toEqual(minimal);

  await test.step("somebody else saves meanwhile: what is typed stays, and is saved knowingly", async () => {
    const templateId = page.url().split("/").at(-1) ?? "";
    const theirs = await office.query<{ key: string; version: number; versions: { definition: object }[] }>(
      "office.publicity.template",
      { templateId },
    );
    await page.getByLabel("最短公示期（工作日）").fill("8");
    const definition = { ...theirs.versions[0]?.definition, legalBasis: "学院党委新文件" };
    const { key, version } = theirs;
    await office.mutate("office.publicity.saveTemplate", { templateId, version, key, definition });
    await page.getByRole("button", { name: "保存为新版" }).click();
    await expect(page.getByText("刚刚保存了第 3 版，您填写的内容还在")).toBeVisible();
    await expect(page.getByLabel("最短公示期（工作日）")).toHaveValue("8");
    await page.getByRole("button", { name: "以我的为准" }).click();
    await page.getByRole("button", { name: "保存为新版" }).click();
    await expect(page.getByText("改了：最短公示期、公示依据")).toBeVisible();
    await expect(page.getByText("刚刚保存了第 3 版")).toHaveCount(0);
  });

  await test.step("put aside, no branch is offered it; taken back, they are", async () => {
    const offered = async () =>
      (await webmaster.query<{ name: string }[]>("publicity.types", { branch: slug })).some(
        ({ name }) => name === typeName,
      );
    await page.getByRole("button", { name: "停用", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "停用" }).click();
    await expect(page.getByText("这个类型已停用")).toBeVisible();
    expect(await offered()).toBe(false);
    await page.getByRole("button", { name: "恢复使用" }).click();
    await expect(page.getByText("这个类型已停用")).toBeHidden();
    expect(await offered()).toBe(true);
  });
});

/** A list before readers that began at the end of a year and reaches the next one, which has no arrangement. */
async function listOverNewYear(): Promise<{ publicityId: string; no: number; title: string }> {
  const title = `跨年公示${slug.slice(-6)}`;
  const types = await webmaster.query<{ id: string; key: string }[]>("publicity.types", { branch: slug });
  const templateId = types.find(({ key }) => key === "admission")?.id;
  const created = await webmaster.mutate<Ref>("publicity.create", { branch: slug, templateId });
  const draft = {
    title,
    entries: [{ name: "示例甲", unit: "护理学院" }],
    contact: { name: "组织员", phone: "0373-3831234", address: "行政楼" },
    startsAt: null,
    lastDay: null,
  };
  const saved = await webmaster.mutate<Ref>("publicity.save", { branch: slug, ...created, draft });
  const handedIn = await webmaster.mutate<Ref>("publicity.submit", { branch: slug, ...saved });
  await secretary.mutate("publicity.sign", { branch: slug, ...handedIn });
  // Nobody waits for the end of a year: its clock is set to one.
  await rows(
    `UPDATE publicity_list SET starts_at = '${before}-12-27T09:00+08', last_day = '${year}-01-03',
       ends_at = '${year}-01-04T00:00+08', provisional = true WHERE id = $1`,
    created.publicityId,
  );
  const { no } = await row<{ no: number }>("SELECT no FROM publicity_list WHERE id = $1", created.publicityId);
  return { publicityId: created.publicityId, no, title };
}

test("the office records a year: a provisional list's end moves, and its page no longer says provisional", async ({
  browser,
}) => {
  const { publicityId, no, title } = await listOverNewYear();
  const read = () => readFrom(sharedPort(), `${slug}.localhost`, `/g/${no}`);
  await readUntil(read, ({ body }) => body.includes("暂算") && body.includes(`${year}年1月3日`), 15_000);
  await office.mutate("office.publicity.setCalendarYear", {
    ...{ year: before, version: 0, daysOff: [], swappedIn: [], source: "国务院办公厅通知" },
  });
  const page = await pageOf(browser, office);

  await test.step("the overview counts it among the provisional ones and leads to the branch's list", async () => {
    await openConsole(page, `/office/publicity?view=provisional&search=${encodeURIComponent(title)}`);
    const found = page.getByRole("row").filter({ hasText: title });
    await expect(found).toContainText(branchName);
    await expect(found).toContainText("暂算");
    await expect(page.getByRole("button", { name: /结束日期暂算/u })).toHaveAttribute("aria-pressed", "true");
    await expectWellMade(page);
    await page.getByRole("link", { name: title }).click();
    await page.waitForURL(urlOf("console", `/${slug}/publicity/${publicityId}`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  await test.step("the year is entered by keyboard and by click, and what it moves is shown before it is saved", async () => {
    await openConsole(page, "/office/publicity/calendar");
    await expectWellMade(page);
    await openConsole(page, `/office/publicity/calendar/${year}`);
    await expect(page.getByText("未录入")).toBeVisible();
    const day = (date: string, state: string) =>
      page.getByRole("button", { name: new RegExp(`^${date} .*，${state}$`, "u") });
    await day("1月1日", "工作日").focus();
    await page.keyboard.press("Enter");
    await expect(day("1月1日", "放假")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await expect(day("1月2日", "放假")).toBeFocused();
    await day("1月7日", "周末").click();
    await expect(page.getByText("调休上班 1 天")).toBeVisible();
    await day("1月7日", "调休上班").click();
    await expect(page.getByText("1月1日至1月2日")).toBeVisible();
    await page.getByLabel("依据文件").fill("国务院办公厅通知");
    await expectWellMade(page);
    await page.getByRole("button", { name: "保存…" }).click();
    const dialog = page.getByRole("dialog", { name: `确认 ${year} 年的工作日历` });
    const moved = dialog.getByRole("listitem").filter({ hasText: title });
    await expect(moved).toContainText(`${year}-01-03 → ${year}-01-05`);
    await expect(moved).toContainText("不再是暂算");
    await dialog.getByRole("button", { name: "确认保存" }).click();
    await expect(page.getByText(/公示已重新计算/u)).toBeVisible();
    await expect(page.getByText("已确认")).toBeVisible();
  });
  await readUntil(read, ({ body }) => !body.includes("暂算") && body.includes(`${year}年1月5日`), 2_000);

  await test.step("the branch reads in the list's timeline from when to when, why, and who did it", async () => {
    await beSignedIn(page.context(), webmaster);
    await openConsole(page, `/${slug}/publicity/${publicityId}`);
    const step = page.getByRole("complementary").getByRole("listitem").first();
    await expect(step).toContainText("重新计算公示期");
    await expect(step).toContainText(`截止时间由 ${year}-01-03 24时改为 ${year}-01-05 24时（工作日历更新）`);
    await expect(step).toContainText(officerName);
    await expectWellMade(page);
  });
});

test("a branch's people reach none of it", async ({ browser }) => {
  const page = await pageOf(browser, secretary);
  for (const path of ["", "/templates", "/templates/new", "/calendar", `/calendar/${year}`]) {
    await openConsole(page, `/office/publicity${path}`);
    await expect(page.getByRole("heading", { name: "没有这个页面" }), path).toBeVisible();
  }
  for (const person of [secretary, webmaster]) {
    const refused = (call: Promise<unknown>) =>
      call.then(
        () => "answered",
        (error: unknown) => (error instanceof CallRefused ? error.refusal.appCode : "failed"),
      );
    expect(await refused(person.query("office.publicity.templates"))).toBe("NOT_FOUND");
    const set = { year, version: 1, daysOff: [], swappedIn: [], source: "不应成功" };
    expect(await refused(person.mutate("office.publicity.setCalendarYear", set))).toBe("NOT_FOUND");
  }
});
