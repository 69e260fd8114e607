import { describe, expect, test } from "vitest";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import { contentIn, draftBy, publishedBy, staffedBranch, submittedBy } from "../testing/articles.ts";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { discardWork } from "./discard-work.ts";
import { getArticleForEditing } from "./get-article-for-editing.ts";
import { listRevisions } from "./list-revisions.ts";
import { recallArticle } from "./recall-article.ts";
import { restoreRevision } from "./restore-revision.ts";
import { saveArticle } from "./save-article.ts";
import { touchPresence } from "./touch-presence.ts";

describe("saving", () => {
  test("one writer's saves go into one revision; a long pause begins another", async () => {
    let now = new Date("2026-11-20T09:00:00+08:00");
    const { staff } = await staffedBranch(() => now);
    let at = await draftBy(staff.webmaster, { title: "一" });
    at = await saveArticle(staff.webmaster, { ...at, content: await contentIn(staff.webmaster, { title: "二" }) });
    expect(await listRevisions(staff.webmaster, at)).toHaveLength(1);
    now = new Date("2026-11-20T10:00:00+08:00");
    at = await saveArticle(staff.webmaster, { ...at, content: await contentIn(staff.webmaster, { title: "三" }) });
    expect((await listRevisions(staff.webmaster, at)).map((revision) => revision.title)).toEqual(["三", "二"]);
  });

  test("tells the very moment that is stored, however long the save takes", async () => {
    let ticks = Date.parse("2026-11-20T09:00:00+08:00");
    const { staff } = await staffedBranch(() => new Date((ticks += 7)));
    const draft = await draftBy(staff.contributor);
    const saved = await saveArticle(staff.webmaster, { ...draft, content: await contentIn(staff.webmaster) });
    expect((await getArticleForEditing(staff.webmaster, draft)).revision.savedAt).toEqual(saved.savedAt);
  });

  test("another writer never overwrites: their save is a new revision", async () => {
    const { staff } = await staffedBranch();
    const draft = await draftBy(staff.contributor, { title: "信息员的稿子" });
    await saveArticle(staff.webmaster, {
      ...draft,
      content: await contentIn(staff.webmaster, { title: "管理员的稿子" }),
    });
    expect((await listRevisions(staff.webmaster, draft)).map((revision) => revision.title)).toEqual([
      "管理员的稿子",
      "信息员的稿子",
    ]);
  });

  test("of two people who save the same version the second is told, and nothing is lost", async () => {
    const { branch, staff } = await staffedBranch();
    const second = await memberOf(branch, ["webmaster"]);
    const draft = await draftBy(staff.webmaster, { title: "原稿" });
    const attempts = await Promise.allSettled([
      saveArticle(staff.webmaster, { ...draft, content: await contentIn(staff.webmaster, { title: "甲的修改" }) }),
      saveArticle(second, { ...draft, content: await contentIn(second, { title: "乙的修改" }) }),
    ]);
    expect(attempts.map((attempt) => attempt.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(attempts.find((attempt) => attempt.status === "rejected")?.reason).toMatchObject({ code: "CONFLICT" });
    const { revision } = await getArticleForEditing(staff.webmaster, draft);
    expect(["甲的修改", "乙的修改"]).toContain(revision.title);
  });

  test("a submitted text can't be changed; taken back, it goes on in a new revision", async () => {
    const { staff } = await staffedBranch();
    const submitted = await submittedBy(staff.webmaster, { title: "送审稿" });
    const content = await contentIn(staff.webmaster, { title: "改后" });
    await expect(saveArticle(staff.webmaster, { ...submitted, content })).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "article.wrongState",
    });
    const recalled = await recallArticle(staff.webmaster, submitted);
    await saveArticle(staff.webmaster, { ...recalled, content });
    expect((await listRevisions(staff.webmaster, submitted)).map((revision) => revision.title)).toEqual([
      "改后",
      "送审稿",
    ]);
  });

  test("refuses a body that is not a document, and a column or picture of another branch", async () => {
    const { staff } = await staffedBranch();
    const foreign = await memberOf(await newBranch(), ["webmaster"]);
    const draft = await draftBy(staff.webmaster);
    const foreignColumn = (await contentIn(foreign)).columnId;
    const save = async (change: object) =>
      saveArticle(staff.webmaster, { ...draft, content: { ...(await contentIn(staff.webmaster)), ...change } });
    await expect(save({ body: { type: "doc", content: [{ type: "script" }] } })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(save({ columnId: foreignColumn })).rejects.toMatchObject({
      code: "INVALID",
      reason: "article.columnGone",
    });
    await expect(save({ coverId: "019a0000-0000-7000-8000-00000000dead" })).rejects.toMatchObject({
      code: "INVALID",
      reason: "article.mediaGone",
    });
  });

  test("another branch's article does not exist", async () => {
    const { staff } = await staffedBranch();
    const attacker = await memberOf(await newBranch(), ["webmaster", "secretary"]);
    const draft = await draftBy(staff.webmaster);
    const missing = { articleId: "019a0000-0000-7000-8000-00000000dead", version: 0 };
    const content = await contentIn(attacker);
    const [foreign, none] = await Promise.all(
      [draft, missing].map((target) => saveArticle(attacker, { ...target, content }).catch((error: unknown) => error)),
    );
    expect(foreign).toMatchObject({ code: "NOT_FOUND" });
    expect(foreign).toEqual(none);
  });
});

test("an older text is taken up again as the newest; history only grows", async () => {
  const { staff } = await staffedBranch();
  const draft = await draftBy(staff.contributor, { title: "第一稿", body: doc(p("最初的文字。")) });
  const at = await saveArticle(staff.webmaster, {
    ...draft,
    content: await contentIn(staff.webmaster, { title: "第二稿" }),
  });
  const [, first] = await listRevisions(staff.webmaster, at);
  // The restorer's own newest revision would be continued in place: what is restored must still be a state of its own.
  await restoreRevision(staff.secretary, { ...at, revisionId: first?.id ?? "" });
  expect((await listRevisions(staff.webmaster, at)).map((revision) => revision.title)).toEqual([
    "第一稿",
    "第二稿",
    "第一稿",
  ]);
});

test("unpublished changes of a live article can be given up", async () => {
  const { staff } = await staffedBranch();
  const live = await publishedBy(staff, { title: "线上" });
  const edited = await saveArticle(staff.webmaster, {
    ...live,
    content: await contentIn(staff.webmaster, { title: "改动" }),
  });
  await discardWork(staff.webmaster, edited);
  const { article, revision } = await getArticleForEditing(staff.webmaster, live);
  expect(article).toMatchObject({ workState: null, title: "线上", visibility: "live" });
  expect(revision.title).toBe("线上");
});

test("whoever opens the editor learns who else has it open, until they have been away", async () => {
  let now = new Date("2026-11-20T09:00:00+08:00");
  const { staff } = await staffedBranch(() => now);
  const draft = await draftBy(staff.webmaster);
  expect((await touchPresence(staff.webmaster, draft)).others).toEqual([]);
  expect((await touchPresence(staff.secretary, draft)).others).toMatchObject([
    { userName: staff.webmaster.actor.displayName },
  ]);
  now = new Date("2026-11-20T09:05:00+08:00");
  expect((await touchPresence(staff.secretary, draft)).others).toEqual([]);
});
