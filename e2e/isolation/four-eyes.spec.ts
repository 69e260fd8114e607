import { expect } from "@playwright/test";
import { appoint, type TestBranch } from "@zhibu/db/testing/factories";
import { row } from "../fixtures/behind-the-scenes.ts";
import { deskOf } from "../fixtures/branch-desk.ts";
import { consoleClient, type ConsoleClient } from "../fixtures/console-client.ts";
import { sharedPort } from "../fixtures/hosts.ts";
import { newPerson, openBranch, staffMember } from "../fixtures/scratch-branch.ts";
import { beSignedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/test.ts";

let branch: TestBranch;

test.beforeAll(async () => {
  branch = await openBranch();
});

async function holding(...roles: Parameters<typeof appoint>[2][]): Promise<{ client: ConsoleClient; userId: string }> {
  const person = await newPerson();
  for (const role of roles) await appoint(branch, person, role);
  return { client: await consoleClient(sharedPort(), person.loginName), userId: person.userId };
}

const stateOf = (articleId: string) =>
  row<{ workState: string; visibility: string }>(
    `SELECT work_state::text AS "workState", visibility::text AS visibility FROM article WHERE id = $1`,
    articleId,
  );

function approve(
  client: ConsoleClient,
  { articleId, version }: { articleId: string; version: number },
  publish = true,
) {
  return client.mutate("articles.approve", {
    branch: branch.slug,
    articleId,
    version,
    opinion: "",
    waivers: [],
    publish,
  });
}

test("nobody approves what they submitted, whatever roles they hold", async () => {
  const { client } = await holding("webmaster", "secretary");
  const submitted = await deskOf(branch.slug, client, client).submit("自己写自己审", "两个职务，一个人。");
  for (const publish of [true, false])
    await expect(approve(client, submitted, publish)).rejects.toThrow("FORBIDDEN article.fourEyes");
  await expect(
    client.mutate("articles.publish", {
      branch: branch.slug,
      articleId: submitted.articleId,
      version: submitted.version,
    }),
  ).rejects.toThrow(/CONFLICT|FORBIDDEN/u);
  await expect(
    client.mutate("articles.schedule", {
      branch: branch.slug,
      articleId: submitted.articleId,
      version: submitted.version,
      publishAt: new Date(Date.now() + 3_600_000).toISOString(),
    }),
  ).rejects.toThrow(/CONFLICT|FORBIDDEN/u);
  expect(await stateOf(submitted.articleId)).toEqual({ workState: "in_review", visibility: "unpublished" });

  const { client: other } = await staffMember(branch, "secretary");
  await approve(other, submitted);
  expect(await stateOf(submitted.articleId)).toMatchObject({ visibility: "live" });
});

test("becoming secretary after the submission does not help", async () => {
  const { client, userId } = await holding("webmaster");
  const submitted = await deskOf(branch.slug, client, client).submit("后来当了书记", "提交在前，任命在后。");
  await expect(approve(client, submitted)).rejects.toThrow("FORBIDDEN forbidden");
  await appoint(
    branch,
    { userId: userId as Parameters<typeof appoint>[1]["userId"], loginName: "", displayName: "" },
    "secretary",
  );
  await expect(approve(client, submitted)).rejects.toThrow("FORBIDDEN article.fourEyes");
});

test("a correction by the approver is a submission of theirs, and needs another pair of eyes", async () => {
  const { client: webmaster } = await holding("webmaster");
  const { client: secretary } = await holding("secretary");
  const submitted = await deskOf(branch.slug, webmaster, secretary).submit("书记改了一处", "原来的一句。");
  const { articleId } = submitted;
  const { revision } = await secretary.query<{ revision: Record<string, unknown> }>("articles.forEditing", {
    branch: branch.slug,
    articleId,
  });
  const returned = await secretary.mutate<{ version: number }>("articles.return", {
    branch: branch.slug,
    articleId,
    version: submitted.version,
    reason: "我来改一处。",
  });
  const { columnId, title, subtitle, summary, source, author, eventAt, coverId, body } = revision;
  const content = { columnId, title, subtitle, summary, source, author, eventAt, coverId, body, attachmentIds: [] };
  const saved = await secretary.mutate<{ version: number }>("articles.save", {
    branch: branch.slug,
    articleId,
    version: returned.version,
    content: { ...content, title: "书记改后的标题" },
  });
  const again = await secretary.mutate<{ version: number }>("articles.submit", {
    branch: branch.slug,
    articleId,
    version: saved.version,
    selfCheck: { version: "2026-11", legality: true, copyright: true, portrait: true, privacy: true, secrecy: true },
    note: "",
    waiversAsked: [],
  });
  await expect(approve(secretary, { articleId, version: again.version })).rejects.toThrow("FORBIDDEN article.fourEyes");
});

test("the screen says why, and offers no way around", async ({ page, context }) => {
  const { client } = await holding("webmaster", "secretary");
  const submitted = await deskOf(branch.slug, client, client).submit("审核页上的说明", "自己提交的稿件。");
  await beSignedIn(context, client);
  await page.goto(`http://console.localhost:${sharedPort()}/${branch.slug}/review/${submitted.articleId}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/另一位|由您提交|您提交/u).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /通过/u })).toHaveCount(0);
});
