import { expect, type Page } from "@playwright/test";
import type { TestBranch } from "@zhibu/db/testing/factories";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import type { ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { listState, moveEndTo } from "../../fixtures/publicity-desk.ts";
import { beginList, type RunningList } from "../../fixtures/running-list.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

test.describe.configure({ mode: "serial" });

const names = ["存档示例甲", "存档示例乙"];
const reason = "核对转正材料";

type Role = "secretary" | "organiser" | "webmaster" | "contributor";

let branch: TestBranch;
let list: RunningList;
const people = new Map<Role, ConsoleClient>();

function personOf(role: Role): ConsoleClient {
  const client = people.get(role);
  if (!client) throw new Error(`no ${role}`);
  return client;
}

const path = () => `/${branch.slug}/publicity/${list.publicityId}`;

test.beforeAll(async () => {
  branch = await openBranch();
  for (const role of ["secretary", "organiser", "webmaster", "contributor"] as const)
    people.set(role, (await staffMember(branch, role)).client);
  const desk = { slug: branch.slug, webmaster: personOf("webmaster"), secretary: personOf("secretary") };
  list = await beginList(desk, "关于存档名单的公示", names);
  await moveEndTo(new Date(Date.now() - 60_000), [list.publicityId]);
  // What the clock does every minute, now.
  await rows("INSERT INTO pgboss.job (name, data) VALUES ('publicity.sweep', '{}')");
  await expect.poll(() => listState(list.publicityId), { timeout: 70_000 }).toBe("ended");
});

function looks() {
  return rows<{ reason: string; name: string }>(
    `SELECT changes->>'reason' AS reason, actor_name AS name FROM audit_entry
     WHERE action = 'publicity.readArchive' AND subject_id = $1 ORDER BY seq`,
    list.publicityId,
  );
}

async function look(page: Page, why: string): Promise<void> {
  await page.getByRole("button", { name: "查看存档名单" }).click();
  const dialog = page.getByRole("dialog", { name: "查看存档名单" });
  await dialog.getByLabel("查看事由").fill(why);
  await dialog.getByRole("button", { name: "查看名单" }).click();
  await expect(dialog).toBeHidden();
}

test("the page has no name in it until somebody who may asks, with a reason; then the names as readers had them", async ({
  page,
}) => {
  const secretary = personOf("secretary");
  const first = await secretary.ask(path());
  expect(first.status).toBe(200);
  for (const name of names) expect(first.body).not.toContain(name);

  await beSignedIn(page.context(), secretary);
  await openConsole(page, path());
  const open = page.getByRole("button", { name: "查看存档名单" });
  await expect(open).toBeVisible();
  for (const name of names) expect(await page.content()).not.toContain(name);
  await open.click();
  const dialog = page.getByRole("dialog", { name: "查看存档名单" });
  await expect(dialog).toContainText("都会记入审计记录");
  await dialog.getByRole("button", { name: "查看名单" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  expect(await looks()).toEqual([]);
  await expectWellMade(page);
  await dialog.getByLabel("查看事由").fill(reason);
  await dialog.getByRole("button", { name: "查看名单" }).click();
  const text = page.getByRole("region", { name: "第 1 版" });
  for (const name of names) await expect(text.getByRole("cell", { name })).toBeVisible();
  await expect(page.getByText("此前没有人查看过。")).toBeVisible();
  await expectWellMade(page);
  expect(await looks()).toMatchObject([{ reason }]);

  await page.reload();
  await expect(open).toBeVisible();
  for (const name of names) expect(await page.content()).not.toContain(name);
});

test("the office and the organiser may look, and read who looked before and why", async ({ page, browser }) => {
  const { client: office } = await officePerson();
  await beSignedIn(page.context(), office);
  await openConsole(page, path());
  await look(page, "上级检查抽查");
  const before = page.getByRole("region", { name: "此前的查看记录" });
  await expect(before.getByRole("listitem")).toHaveCount(1);
  await expect(before).toContainText(reason);

  const other = await (await browser.newContext()).newPage();
  await beSignedIn(other.context(), personOf("organiser"));
  await openConsole(other, path());
  await look(other, "答复本人查询");
  await expect(other.getByRole("cell", { name: names[0] ?? "" })).toBeVisible();
  await expect(other.getByRole("region", { name: "此前的查看记录" }).getByRole("listitem")).toHaveCount(2);
  await other.getByRole("button", { name: "收起名单" }).click();
  await expect(other.getByRole("cell", { name: names[0] ?? "" })).toHaveCount(0);
  expect((await looks()).map((each) => each.reason)).toEqual([reason, "上级检查抽查", "答复本人查询"]);
});

test("nobody else may: whoever prepares is not even offered it, and nothing is on record", async ({ page }) => {
  const before = await looks();
  await beSignedIn(page.context(), personOf("webmaster"));
  await openConsole(page, path());
  await expect(page.getByRole("heading", { name: "办理过程" })).toBeVisible();
  await expect(page.getByRole("button", { name: "查看存档名单" })).toHaveCount(0);
  const input = { branch: branch.slug, publicityId: list.publicityId, reason };
  for (const role of ["webmaster", "contributor"] as const)
    await expect(personOf(role).mutate("publicity.archive", input), role).rejects.toThrow("FORBIDDEN");
  const elsewhere = await openBranch();
  const { client: stranger } = await staffMember(elsewhere, "secretary");
  await expect(stranger.mutate("publicity.archive", input)).rejects.toThrow("NOT_FOUND");
  await expect(stranger.mutate("publicity.archive", { ...input, branch: elsewhere.slug })).rejects.toThrow("NOT_FOUND");
  await expect(personOf("secretary").mutate("publicity.archive", { ...input, reason: " " })).rejects.toThrow();
  expect(await looks()).toEqual(before);
});
