import { expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { newUser } from "@zhibu/db/testing/factories";
import type { BranchContext } from "../kernel/context.ts";
import {
  approvedBy,
  contentIn,
  draftBy,
  passedSelfCheck,
  publishedBy,
  rowOf,
  staffedBranch,
  submittedBy,
} from "../testing/articles.ts";
import { approveArticle } from "./approve-article.ts";
import { handInArticle } from "./hand-in-article.ts";
import { publishArticle } from "./publish-article.ts";
import { publishScheduled } from "./publish-scheduled.ts";
import { returnArticle } from "./return-article.ts";
import { saveArticle } from "./save-article.ts";
import { submitArticle } from "./submit-article.ts";
import { withdrawArticle } from "./withdraw-article.ts";

/** What a person was told of articles, oldest first; of lists the office hears whenever another file's clock strikes. */
async function told(ctx: BranchContext) {
  const rows = await withOffice((tx) =>
    tx.notification.findMany({
      where: { userId: ctx.actor.userId, kind: { startsWith: "article." } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ kind }) => kind);
}

async function officePerson(branch: { tenantId: BranchContext["tenantId"] }): Promise<BranchContext> {
  const user = await newUser("党务办公室测试员");
  await withOffice((tx) =>
    tx.collegeRole.create({
      data: { id: newId(), userId: user.userId, role: "office", startsOn: new Date("2020-01-01") },
    }),
  );
  return {
    tenantId: branch.tenantId,
    actor: { ...user, roles: { branch: [], college: ["office"] } },
    now: () => new Date(),
  };
}

test("from the contributor's hand to the reader, everybody hears of what is theirs, and nobody of their own deeds", async () => {
  const { staff } = await staffedBranch();
  const draft = await draftBy(staff.contributor);
  const handedIn = await handInArticle(staff.contributor, draft);
  expect(await told(staff.webmaster)).toEqual(["article.handedIn"]);
  const submitted = await submitArticle(staff.webmaster, {
    ...handedIn,
    selfCheck: passedSelfCheck,
    note: "",
    waiversAsked: [],
  });
  expect(await told(staff.secretary)).toEqual(["article.submitted"]);
  await approveArticle(staff.secretary, { ...submitted, opinion: "", waivers: [], publish: true });
  expect(await told(staff.contributor)).toEqual(["article.published"]);
  expect(await told(staff.webmaster)).toEqual(["article.handedIn", "article.published"]);
  expect(await told(staff.secretary)).toEqual(["article.submitted"]);
  expect(await told(staff.organiser)).toEqual([]);
});

test("what is returned comes back to its writer with the reason; what is approved goes to who publishes", async () => {
  const { staff } = await staffedBranch();
  const submitted = await submittedBy(staff.webmaster);
  await returnArticle(staff.secretary, { ...submitted, reason: "请补充参加人数" });
  const [line] = await withOffice((tx) =>
    tx.notification.findMany({ where: { userId: staff.webmaster.actor.userId } }),
  );
  expect(line).toMatchObject({
    kind: "article.returned",
    params: { title: "支部开展主题党日活动", reason: "请补充参加人数", actor: staff.secretary.actor.displayName },
    path: `/:branch/articles/${submitted.articleId}`,
  });
  const other = await staffedBranch();
  await approvedBy(other.staff);
  expect(await told(other.staff.webmaster)).toEqual(["article.approved"]);
});

test("a planned publication that can't run is told to who publishes", async () => {
  const { branch, staff } = await staffedBranch();
  const { tenantId } = branch;
  const { articleId } = await approvedBy(staff);
  const due = new Date(Date.now() - 1_000);
  await withOffice(async (tx) => {
    await tx.branch.update({ where: { id: tenantId }, data: { state: "suspended" } });
    await tx.article.update({
      where: { tenantId_id: { tenantId, id: articleId } },
      data: { workState: "scheduled", scheduledAt: due },
    });
  });
  await publishScheduled(tenantId, articleId, () => new Date());
  expect(await told(staff.webmaster)).toEqual(["article.approved", "article.failed"]);
  expect(await told(staff.secretary)).toContain("article.failed");
});

test("a take-down by the office is told to the branch with its reason, and stops what was about to come out", async () => {
  const { branch, staff } = await staffedBranch();
  const office = await officePerson(branch);
  const published = await publishedBy(staff);
  const edited = await saveArticle(staff.webmaster, {
    articleId: published.articleId,
    version: published.version,
    content: await contentIn(staff.webmaster, { title: "修改后的标题" }),
  });
  const submitted = await submitArticle(staff.webmaster, {
    articleId: published.articleId,
    version: edited.version,
    selfCheck: passedSelfCheck,
    note: "",
    waiversAsked: [],
  });
  const approved = await approveArticle(staff.secretary, { ...submitted, opinion: "", waivers: [], publish: false });
  const down = await withdrawArticle(office, { ...approved, reason: "含有不宜公开的内容" });
  expect(await told(staff.webmaster)).toContain("article.takenDown");
  expect(await told(staff.secretary)).toContain("article.takenDown");
  expect(await told(office)).toEqual([]);
  const row = await rowOf(staff.webmaster, published.articleId);
  expect(row).toMatchObject({ visibility: "withdrawn", workState: "returned", scheduledAt: null });
  await expect(publishArticle(staff.webmaster, down)).rejects.toMatchObject({ code: "CONFLICT" });

  const again = await submitArticle(staff.webmaster, {
    articleId: published.articleId,
    version: down.version,
    selfCheck: passedSelfCheck,
    note: "",
    waiversAsked: [],
  });
  await approveArticle(staff.secretary, { ...again, opinion: "", waivers: [], publish: true });
  expect(await told(office)).toEqual(["article.broughtBack"]);
});

test("what the branch itself takes down is no take-down", async () => {
  const { branch, staff } = await staffedBranch();
  const office = await officePerson(branch);
  const published = await publishedBy(staff);
  const { articleId, version } = published;
  const down = await withdrawArticle(staff.secretary, { articleId, version, reason: "内容过时" });
  expect(await told(staff.webmaster)).toContain("article.withdrawn");
  const saved = await saveArticle(staff.webmaster, { ...down, content: await contentIn(staff.webmaster) });
  const again = await submitArticle(staff.webmaster, {
    articleId,
    version: saved.version,
    selfCheck: passedSelfCheck,
    note: "",
    waiversAsked: [],
  });
  await approveArticle(staff.secretary, { ...again, opinion: "", waivers: [], publish: true });
  expect(await told(office)).toEqual([]);
});
