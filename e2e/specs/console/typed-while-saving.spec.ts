import { expect, type Page } from "@playwright/test";
import type { ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

/** A call that is under way for as long as the test wants. */
async function held(page: Page, procedure: string, begin: () => Promise<void>) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const address = `**/api/trpc/*${procedure}*`;
  await page.route(
    address,
    async (route) => {
      arrive();
      await released;
      await route.continue();
    },
    { times: 1 },
  );
  await begin();
  await arrived;
  return async () => {
    const answered = page.waitForResponse(address);
    release();
    await answered;
  };
}

type InHand = { publicityId: string; version: number };
type Detail = { list: { version: number; title: string }; draft: { contact: { name: string } } | null };

async function newList(): Promise<{ slug: string; ref: InHand; organiser: ConsoleClient; webmaster: ConsoleClient }> {
  const branch = await openBranch();
  const { client: organiser } = await staffMember(branch, "organiser");
  const { client: webmaster } = await staffMember(branch, "webmaster");
  const own = { branch: branch.slug };
  const types = await organiser.query<{ id: string; key: string }[]>("publicity.types", own);
  const templateId = types.find(({ key }) => key === "admission")?.id;
  const created = await organiser.mutate<InHand>("publicity.create", { ...own, templateId });
  const ref = await organiser.mutate<InHand>("publicity.save", { ...own, ...created, draft: draft("第一稿") });
  return { slug: branch.slug, ref, organiser, webmaster };
}

const draft = (title: string) => ({
  title,
  entries: [{ name: "示例甲", unit: "2023级护理学1班" }],
  contact: { name: "组织员", phone: "0373-3831234", address: "行政楼201室" },
  startsAt: null,
  lastDay: null,
});

test("a publicity list: words typed while it is saved stay, count as unsaved, and are saved next", async ({ page }) => {
  const { slug, ref, organiser } = await newList();
  const stored = () => organiser.query<Detail>("publicity.get", { branch: slug, publicityId: ref.publicityId });
  await beSignedIn(page.context(), organiser);
  await openConsole(page, `/${slug}/publicity/${ref.publicityId}`);
  const title = page.getByRole("textbox", { name: "标题" });
  const contact = page.getByRole("textbox", { name: "联系人" });
  const unit = page.getByRole("textbox", { name: "第 1 行年级专业或部门" });
  const save = page.getByRole("button", { name: "保存", exact: true });

  await title.fill("第二稿");
  const answer = await held(page, "publicity.save", () => save.click());
  await title.fill("第二稿补充");
  await contact.fill("李组织员");
  await unit.fill("2023级护理学2班");
  await answer();
  await expect(save).toBeEnabled();
  await expect.poll(async () => (await stored()).list.title).toBe("第二稿");
  await expect(title).toHaveValue("第二稿补充");
  await expect(contact).toHaveValue("李组织员");
  await expect(unit).toHaveValue("2023级护理学2班");
  await expect(unit).toBeFocused();
  await expect(page.getByText("有未保存的修改")).toBeVisible();

  await save.click();
  await expect(page.getByText("提交后由书记签发")).toBeVisible();
  expect(await stored()).toMatchObject({
    list: { version: ref.version + 2, title: "第二稿补充" },
    draft: { contact: { name: "李组织员" }, entries: [{ unit: "2023级护理学2班" }] },
  });

  await test.step("handed in, the form goes: nothing more can be typed into it", async () => {
    const handedIn = await held(page, "publicity.submit", () =>
      page.getByRole("button", { name: "保存并提交签发" }).click(),
    );
    await expect(title).toBeDisabled();
    await handedIn();
    await expect(page.getByRole("heading", { name: "提交签发的名单" })).toBeVisible();
  });
});

test("a publicity list somebody else saved meanwhile: both are there, and one's own are saved knowingly", async ({
  page,
}) => {
  const { slug, ref, organiser, webmaster } = await newList();
  const own = { branch: slug, publicityId: ref.publicityId };
  await beSignedIn(page.context(), organiser);
  await openConsole(page, `/${slug}/publicity/${ref.publicityId}`);
  const title = page.getByRole("textbox", { name: "标题" });
  const save = page.getByRole("button", { name: "保存", exact: true });
  await title.fill("我的标题");
  const theirs = await webmaster.mutate<InHand>("publicity.save", { branch: slug, ...ref, draft: draft("别人的标题") });
  await save.click();
  await expect(page.getByText("其他人刚刚保存了这份名单，您填写的内容还在。")).toBeVisible();
  await expect(title).toHaveValue("我的标题");
  await expectWellMade(page);
  await page.getByRole("button", { name: "以我的为准" }).click();
  await save.click();
  await expect(page.getByText("提交后由书记签发")).toBeVisible();
  expect((await webmaster.query<Detail>("publicity.get", own)).list).toMatchObject({
    title: "我的标题",
    version: theirs.version + 1,
  });

  await test.step("or theirs are taken", async () => {
    await title.fill("又改的标题");
    await webmaster.mutate("publicity.save", {
      ...own,
      version: theirs.version + 1,
      draft: draft("别人又改的标题"),
    });
    await save.click();
    await page.getByRole("button", { name: "改用最新的" }).click();
    await expect(title).toHaveValue("别人又改的标题");
    await expect(save).toBeDisabled();
  });
});

test("a branch's settings: words typed while they are saved stay and are saved next", async ({ page }) => {
  const branch = await openBranch();
  const { client } = await staffMember(branch, "webmaster");
  await beSignedIn(page.context(), client);
  await openConsole(page, `/${branch.slug}/settings`);
  const [address, phone] = [page.getByLabel("地址"), page.getByLabel("电话")];
  const save = page.getByRole("button", { name: "保存", exact: true });
  await address.fill("行政楼201室");
  const answer = await held(page, "branchSettings.update", () => save.click());
  await address.fill("行政楼201室（东侧）");
  await phone.fill("0373-3831234");
  await answer();
  await expect(page.getByText("已保存").first()).toBeVisible();
  await expect(address).toHaveValue("行政楼201室（东侧）");
  await expect(phone).toHaveValue("0373-3831234");
  await save.click();
  await expect(save).toBeDisabled();
  const { settings } = await client.query<{ settings: object }>("branchSettings.get", { branch: branch.slug });
  expect(settings).toMatchObject({ address: "行政楼201室（东侧）", phone: "0373-3831234" });
});

test("a type of list: words typed while it is saved stay and make the next version", async ({ page }) => {
  const { client } = await officePerson();
  type Template = { id: string; versions: { number: number; definition: { legalBasis: string } }[] };
  const [known] = await client.query<{ id: string }[]>("office.publicity.templates");
  const { versions } = await client.query<Template>("office.publicity.template", { templateId: known?.id });
  const key = `type-${crypto.randomUUID().slice(0, 8)}`;
  const definition = { ...versions[0]?.definition, name: `边存边写${key.slice(-4)}` };
  const { templateId } = await client.mutate<{ templateId: string }>("office.publicity.saveTemplate", {
    ...{ templateId: null, version: 0, key, definition },
  });
  await beSignedIn(page.context(), client);
  await openConsole(page, `/office/publicity/templates/${templateId}`);
  const basis = page.getByLabel("公示依据");
  const save = page.getByRole("button", { name: "保存为新版" });
  await basis.fill("学院党委文件");
  const answer = await held(page, "office.publicity.saveTemplate", () => save.click());
  await basis.fill("学院党委文件第二号");
  await answer();
  await expect(page.getByText("保存后成为第 3 版")).toBeVisible();
  await expect(basis).toHaveValue("学院党委文件第二号");
  await expect(page.getByText("您填写的内容还在")).toHaveCount(0);
  await save.click();
  await expect(page.getByText("保存后成为第 4 版")).toBeVisible();
  const after = await client.query<Template>("office.publicity.template", { templateId });
  expect(after.versions.map(({ definition: { legalBasis } }) => legalBasis).slice(0, 2)).toEqual([
    "学院党委文件第二号",
    "学院党委文件",
  ]);
});
