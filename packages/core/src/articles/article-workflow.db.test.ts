import { describe, expect, test } from "vitest";
import { withReader, withTenant } from "@zhibu/db/scope";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import {
  contentIn,
  draftBy,
  passedSelfCheck,
  publishedBy,
  rowOf,
  siteVersionOf,
  staffedBranch,
  submittedBy,
  approvedBy,
} from "../testing/articles.ts";
import { memberOf } from "../testing/contexts.ts";
import { approveArticle } from "./approve-article.ts";
import { getReview } from "./get-review.ts";
import { handInArticle } from "./hand-in-article.ts";
import { publishArticle } from "./publish-article.ts";
import { recallArticle } from "./recall-article.ts";
import { returnArticle } from "./return-article.ts";
import { saveArticle } from "./save-article.ts";
import { submitArticle } from "./submit-article.ts";
import { withdrawArticle } from "./withdraw-article.ts";

const submission = { selfCheck: passedSelfCheck, note: "", waiversAsked: [] };
const approval = { opinion: "", waivers: [], publish: false };

async function readersSee(tenantId: Parameters<typeof withReader>[0]): Promise<string[]> {
  const revisions = await withReader(tenantId, (tx) =>
    tx.revision.findMany({ select: { title: true }, orderBy: { title: "asc" } }),
  );
  return revisions.map((revision) => revision.title);
}

test("from draft to readers: written, submitted, returned, corrected, approved, published", async () => {
  const { branch, staff } = await staffedBranch();
  const submitted = await submittedBy(staff.webmaster);
  const returned = await returnArticle(staff.secretary, { ...submitted, reason: "请补充参加人数" });
  expect(returned.workState).toBe("returned");
  const corrected = await saveArticle(staff.webmaster, {
    ...returned,
    content: await contentIn(staff.webmaster, { title: "支部开展主题党日活动（修改）" }),
  });
  const again = await submitArticle(staff.webmaster, { ...corrected, ...submission });
  expect(await readersSee(branch.tenantId)).toEqual([]);
  const published = await approveArticle(staff.secretary, { ...again, ...approval, publish: true });
  expect(published.workState).toBeNull();
  expect(await readersSee(branch.tenantId)).toEqual(["支部开展主题党日活动（修改）"]);

  const review = await getReview(staff.secretary, { articleId: submitted.articleId });
  expect(review.timeline.map((step) => step.action).toReversed()).toEqual([
    "submit",
    "return",
    "submit",
    "approve",
    "publish",
  ]);
  expect(review.timeline.find((step) => step.action === "return")?.opinion).toBe("请补充参加人数");
});

test("a live text stays until the new one is published; then the old one is gone and the version is a removal", async () => {
  const { branch, staff } = await staffedBranch();
  const live = await publishedBy(staff, { title: "旧标题" });
  const edited = await saveArticle(staff.webmaster, {
    ...live,
    content: await contentIn(staff.webmaster, { title: "新标题" }),
  });
  expect(edited.workState).toBe("draft");
  const submitted = await submitArticle(staff.webmaster, { ...edited, ...submission });
  const approved = await approveArticle(staff.secretary, { ...submitted, ...approval });
  expect(await readersSee(branch.tenantId)).toEqual(["旧标题"]);
  const before = await siteVersionOf(staff.webmaster);
  await publishArticle(staff.webmaster, approved);
  expect(await readersSee(branch.tenantId)).toEqual(["新标题"]);
  const after = await siteVersionOf(staff.webmaster);
  expect(after.version).toBe(before.version + 1n);
  expect(after.removalVersion).toBe(after.version);
});

test("the date readers see is the first publication's, whatever happens later", async () => {
  let now = new Date("2026-11-01T08:00:00+08:00");
  const { staff } = await staffedBranch(() => now);
  const live = await publishedBy(staff);
  now = new Date("2026-11-20T08:00:00+08:00");
  const edited = await saveArticle(staff.webmaster, {
    ...live,
    content: await contentIn(staff.webmaster, { title: "更新" }),
  });
  const submitted = await submitArticle(staff.webmaster, { ...edited, ...submission });
  await approveArticle(staff.secretary, { ...submitted, ...approval, publish: true });
  expect(await rowOf(staff.webmaster, live.articleId)).toMatchObject({
    publishedAt: new Date("2026-11-01T08:00:00+08:00"),
    revisedAt: now,
  });
});

test("an edit after approval voids the approval: what was approved can't be swapped", async () => {
  const { staff } = await staffedBranch();
  const approved = await approvedBy(staff);
  const edited = await saveArticle(staff.webmaster, {
    ...approved,
    content: await contentIn(staff.webmaster, { title: "偷换的标题" }),
  });
  expect(edited.workState).toBe("draft");
  await expect(publishArticle(staff.webmaster, edited)).rejects.toMatchObject({ code: "CONFLICT" });
  const { timeline } = await getReview(staff.webmaster, { articleId: approved.articleId });
  expect(timeline[0]?.action).toBe("voidApproval");
});

describe("four eyes", () => {
  test("nobody approves what they submitted, even as secretary", async () => {
    const { staff } = await staffedBranch();
    const submitted = await submittedBy(staff.secretary);
    await expect(approveArticle(staff.secretary, { ...submitted, ...approval })).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "article.fourEyes",
    });
  });

  test("nor through a second role", async () => {
    const { branch } = await staffedBranch();
    const both = await memberOf(branch, ["webmaster", "secretary"]);
    const submitted = await submittedBy(both);
    await expect(approveArticle(both, { ...submitted, ...approval, publish: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await getReview(both, submitted)).can).toMatchObject({ approve: false, fourEyes: true });
  });
});

describe("approving is not publishing", () => {
  test("a webmaster publishes what was approved, and nothing else", async () => {
    const { staff } = await staffedBranch();
    const submitted = await submittedBy(staff.webmaster);
    await expect(publishArticle(staff.webmaster, submitted)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(approveArticle(staff.webmaster, { ...submitted, ...approval })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("approval alone shows readers nothing", async () => {
    const { branch, staff } = await staffedBranch();
    await approvedBy(staff);
    expect(await readersSee(branch.tenantId)).toEqual([]);
  });
});

describe("a contributor", () => {
  test("hands a draft to the webmaster, who submits it", async () => {
    const { staff } = await staffedBranch();
    const draft = await draftBy(staff.contributor);
    const handed = await handInArticle(staff.contributor, draft);
    expect(handed.workState).toBe("handed_in");
    const submitted = await submitArticle(staff.webmaster, { ...handed, ...submission });
    expect(submitted.workState).toBe("in_review");
  });

  test("takes back what they handed in, not what was submitted", async () => {
    const { staff } = await staffedBranch();
    const handed = await handInArticle(staff.contributor, await draftBy(staff.contributor));
    const recalled = await recallArticle(staff.contributor, handed);
    expect(recalled.workState).toBe("draft");
    const submitted = await submitArticle(staff.webmaster, { ...recalled, ...submission });
    await expect(recallArticle(staff.contributor, submitted)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("writes in their own articles only", async () => {
    const { staff } = await staffedBranch();
    const draft = await draftBy(staff.webmaster);
    await expect(
      saveArticle(staff.contributor, { ...draft, content: await contentIn(staff.contributor) }),
    ).rejects.toMatchObject({ code: "FORBIDDEN", reason: "article.notYours" });
  });

  test("neither submits, approves nor takes down", async () => {
    const { staff } = await staffedBranch();
    const draft = await draftBy(staff.contributor);
    await expect(submitArticle(staff.contributor, { ...draft, ...submission })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const live = await publishedBy(staff);
    await expect(withdrawArticle(staff.contributor, { ...live, reason: "不喜欢" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

test("an organiser reads and changes nothing", async () => {
  const { staff } = await staffedBranch();
  const draft = await draftBy(staff.webmaster);
  expect((await getReview(staff.organiser, draft)).can).toMatchObject({
    edit: false,
    submit: false,
    approve: false,
    withdraw: false,
  });
  await expect(
    saveArticle(staff.organiser, { ...draft, content: await contentIn(staff.organiser) }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

describe("taking down", () => {
  test("removes the words from readers at once, keeps the address, and is a removal for every cache", async () => {
    const { branch, staff } = await staffedBranch();
    const live = await publishedBy(staff);
    await withdrawArticle(staff.secretary, { ...live, reason: "内容有误" });
    expect(await readersSee(branch.tenantId)).toEqual([]);
    const stubs = await withReader(branch.tenantId, (tx) =>
      tx.article.findMany({ where: { tenantId: branch.tenantId }, select: { no: true, visibility: true } }),
    );
    expect(stubs).toEqual([{ no: 1, visibility: "withdrawn" }]);
    const { version, removalVersion } = await siteVersionOf(staff.secretary);
    expect(removalVersion).toBe(version);
  });

  test("is impossible for what is not out", async () => {
    const { staff } = await staffedBranch();
    await expect(
      withdrawArticle(staff.secretary, { ...(await draftBy(staff.webmaster)), reason: "内容有误" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a withdrawn article comes back only as a newly approved text", async () => {
    const { branch, staff } = await staffedBranch();
    const live = await publishedBy(staff);
    const withdrawn = await withdrawArticle(staff.secretary, { ...live, reason: "内容有误" });
    const edited = await saveArticle(staff.webmaster, {
      ...withdrawn,
      content: await contentIn(staff.webmaster, { title: "更正后的报道" }),
    });
    expect(await readersSee(branch.tenantId)).toEqual([]);
    const submitted = await submitArticle(staff.webmaster, { ...edited, ...submission });
    await approveArticle(staff.secretary, { ...submitted, ...approval, publish: true });
    expect(await readersSee(branch.tenantId)).toEqual(["更正后的报道"]);
  });
});

describe("checks at the gates", () => {
  const secret = { body: doc(p("联系人身份证号 11010519491231002X 已登记。")) };

  test("a blocking finding stops the submission until a waiver is asked for, and the approval until it is given by someone else", async () => {
    const { branch, staff } = await staffedBranch();
    const draft = await draftBy(staff.webmaster, secret);
    await expect(submitArticle(staff.webmaster, { ...draft, ...submission })).rejects.toMatchObject({
      code: "INVALID",
      reason: "article.blocked",
      params: { count: 1 },
    });
    const { findings } = await getReview(staff.webmaster, draft);
    const [finding] = findings.filter((found) => found.severity === "block");
    const findingKey = finding?.key ?? "";
    const submitted = await submitArticle(staff.webmaster, {
      ...draft,
      ...submission,
      waiversAsked: [{ findingKey, reason: "样例号码，非真实" }],
    });
    await expect(approveArticle(staff.secretary, { ...submitted, ...approval, publish: true })).rejects.toMatchObject({
      code: "INVALID",
      reason: "article.notWaived",
    });
    expect(await readersSee(branch.tenantId)).toEqual([]);
    await approveArticle(staff.secretary, {
      ...submitted,
      ...approval,
      publish: true,
      waivers: [{ findingKey, reason: "确认为国标样例号码" }],
    });
    const kept = await withTenant(branch.tenantId, (tx) =>
      tx.submission.findFirstOrThrow({ where: { tenantId: branch.tenantId } }),
    );
    expect(kept).toMatchObject({
      waiversAsked: [{ findingKey, reason: "样例号码，非真实" }],
      waiversGiven: [{ findingKey, reason: "确认为国标样例号码" }],
    });
  });

  test("no finding repeats the personal number it found", async () => {
    const { staff } = await staffedBranch();
    const { findings } = await getReview(staff.webmaster, await draftBy(staff.webmaster, secret));
    expect(JSON.stringify(findings)).not.toContain("11010519491231002");
  });

  test("an article without a title can't be handed on", async () => {
    const { staff } = await staffedBranch();
    const draft = await draftBy(staff.webmaster, { title: "" });
    await expect(submitArticle(staff.webmaster, { ...draft, ...submission })).rejects.toMatchObject({
      code: "INVALID",
      reason: "article.titleMissing",
    });
  });
});
