import { describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import { doc, fact, marked, p } from "@zhibu/domain/articles/document/build-body";
import { addFactValue } from "../../baseline/add-fact-value.ts";
import { getFact } from "../../baseline/get-fact.ts";
import { newFact } from "../../baseline/testing/new-fact.ts";
import type { BranchContext } from "../../kernel/context.ts";
import {
  columnOf,
  contentIn,
  draftBy,
  passedSelfCheck,
  publishedBy,
  rowOf,
  siteVersionOf,
  staffedBranch,
  submittedBy,
  type Staff,
} from "../../testing/articles.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { approveArticle } from "../approve-article.ts";
import { getArticleForEditing } from "../get-article-for-editing.ts";
import { provideQueue } from "../push/testing/push-queue.ts";
import { saveArticle } from "../save-article.ts";
import { submitArticle } from "../submit-article.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { acceptCorrection } from "./accept-correction.ts";
import { dismissCorrection } from "./dismiss-correction.ts";
import { listCorrections } from "./list-corrections.ts";
import { listFindings } from "./list-findings.ts";
import { runScan } from "./run-scan.ts";
import { dropScan, sendCorrections } from "./send-corrections.ts";

// A search goes through every branch there is, and what is told to all sites would be told to these.
provideQueue(provideOwnDatabase());

const now = () => new Date();

/** Figures no other test writes: a search goes through every branch there is. */
let figure = 10_000;
function figures(): { old: string; next: string } {
  figure += 2;
  return { old: String(figure), next: String(figure + 1) };
}

/** A fact that has just changed. */
async function changedFact() {
  const office = await officerOf();
  const { old, next } = figures();
  const { factId, key } = await newFact(office, { value: old, effectiveFrom: "2026-01-01" });
  return {
    office,
    factId,
    key,
    old,
    next,
    change: async () => {
      const given = { factId, version: 0, value: next, effectiveFrom: "2026-07-01", source: "台账" };
      const { scanId } = await addFactValue(office, given);
      if (scanId === null) throw new Error("nothing is looked for");
      await runScan(scanId, now);
      return scanId;
    },
  };
}

async function pageOf(staff: Staff, words: Parameters<typeof p>[0], title = "组织设置") {
  const columnId = await columnOf(staff.webmaster, "organisation.structure");
  return publishedBy(staff, { title, columnId, eventAt: null, body: doc(p(words)) });
}

async function send(office: Awaited<ReturnType<typeof officerOf>>, scanId: string) {
  const { scan } = await listFindings(office, { scanId });
  return sendCorrections(office, { scanId, version: scan?.version ?? -1, toggledIds: [] });
}

async function openTasks(ctx: BranchContext) {
  return (await listCorrections(ctx, { tab: "open" })).items;
}

describe("the search", () => {
  test("finds what writes the old value by hand, live or in work, and neither references nor dated news", async () => {
    const { office, key, old, next, change } = await changedFact();
    const [{ staff: byReference }, { staff: byHand }, { staff: inWork }] = await Promise.all([
      staffedBranch(),
      staffedBranch(),
      staffedBranch(),
    ]);
    await pageOf(byReference, ["党员", fact(key), "名"]);
    await pageOf(byHand, ["我院现有党员", marked(old.slice(0, 2), "bold"), old.slice(2), "名"]);
    await publishedBy(byHand, { title: "旧新闻", eventAt: "2026-03-01T00:00:00Z", body: doc(p(`党员${old}名`)) });
    await draftBy(inWork.webmaster, {
      columnId: await columnOf(inWork.webmaster, "organisation.duties"),
      body: doc(p(`党员总数为${old.replace(/(?=...$)/, ",")}`)),
    });
    await draftBy(inWork.webmaster, {
      title: "写三月的新闻",
      eventAt: "2026-03-01T00:00:00Z",
      body: doc(p(`党员${old}名`)),
    });

    const scanId = await change();
    const found = await listFindings(office, { scanId });
    expect(found.scan).toMatchObject({ state: "ready", found: 2 });
    expect(
      found.items.map(({ title, oldText, newText, sure, isLive }) => ({ title, oldText, newText, sure, isLive })),
    ).toEqual(
      expect.arrayContaining([
        { title: "组织设置", oldText: old, newText: next, sure: true, isLive: true },
        { title: "支部开展主题党日活动", oldText: old, newText: next, sure: true, isLive: false },
      ]),
    );
    expect(found.items.find(({ isLive }) => isLive)?.excerpt).toBe(`我院现有党员${old}名`);
    expect(await openTasks(byHand.webmaster)).toEqual([]);
  });

  test("goes on where it stopped, and runs again without finding anything twice", async () => {
    const { office, old, change } = await changedFact();
    const { staff } = await staffedBranch();
    await pageOf(staff, `党员${old}名`);
    const scanId = await change();
    await withOffice((tx) =>
      tx.correctionScan.update({ where: { id: scanId }, data: { state: "running", branchesDone: 0 } }),
    );
    await runScan(scanId, now);
    const { scan } = await listFindings(office, { scanId });
    expect(scan).toMatchObject({ state: "ready", found: 1 });
    expect(scan?.branchesDone).toBe(scan?.branchesTotal);
  });

  test("gives way to a newer one of the same fact, and can be dropped", async () => {
    const { office, factId, old, change } = await changedFact();
    const { staff } = await staffedBranch();
    await pageOf(staff, `党员${old}名`);
    const first = await change();
    const { next } = figures();
    const second = await addFactValue(office, {
      factId,
      version: 1,
      value: next,
      effectiveFrom: "2026-08-01",
      source: "台账",
    });
    await expect(send(office, first)).rejects.toMatchObject({ code: "CONFLICT", reason: "scan.notReady" });
    await runScan(second.scanId ?? "", now);
    const { scan } = await listFindings(office, { scanId: second.scanId ?? "" });
    await dropScan(office, { scanId: second.scanId ?? "", version: scan?.version ?? -1 });
    expect(await openTasks(staff.webmaster)).toEqual([]);
  });
});

describe("tasks", () => {
  test("only what was picked is sent; each branch is told once, whatever is sent again", async () => {
    const { office, factId, old, next, change } = await changedFact();
    const { branch, staff } = await staffedBranch();
    const { staff: spared } = await staffedBranch();
    const { articleId } = await pageOf(staff, `党员${old}名`, "基本情况");
    await pageOf(spared, `党员${old}名`);
    const scanId = await change();
    const { items, scan } = await listFindings(office, { scanId });
    const toggledIds = items.filter(({ branch: { slug } }) => slug !== branch.slug).map(({ id }) => id);
    expect(await sendCorrections(office, { scanId, version: scan?.version ?? -1, toggledIds })).toEqual({ sent: 1 });
    await expect(sendCorrections(office, { scanId, version: scan?.version ?? -1, toggledIds })).rejects.toMatchObject({
      code: "CONFLICT",
    });

    const [task] = await openTasks(staff.webmaster);
    expect(task).toMatchObject({
      articleId,
      title: "基本情况",
      oldText: old,
      newText: next,
      causeName: "党员总数",
      occurrences: 1,
    });
    expect(await openTasks(spared.webmaster)).toEqual([]);
    const told = await withOffice((tx) =>
      tx.notification.findMany({ where: { branchId: branch.tenantId, kind: "correction.asked" } }),
    );
    expect(told.map(({ userId }) => userId).toSorted()).toEqual(
      [staff.webmaster.actor.userId, staff.secretary.actor.userId].toSorted(),
    );
    expect((await getFact(office, { factId })).corrections).toEqual([
      expect.objectContaining({ slug: branch.slug, open: 1, done: 0, dismissed: 0 }),
    ]);
  });

  test("accepted: a new revision says the new value, review follows, and it is done when readers see it", async () => {
    const { office, old, next, change } = await changedFact();
    const { staff } = await staffedBranch();
    const { webmaster, secretary } = staff;
    const { articleId } = await pageOf(staff, [
      "现有党员",
      marked(old, "bold"),
      "名，党员",
      marked(old, "italic"),
      "名",
    ]);
    await send(office, await change());
    const [task] = await openTasks(webmaster);
    const ref = { taskId: task?.id ?? "", version: task?.version ?? 0 };
    expect(await acceptCorrection(webmaster, ref)).toEqual({ taskId: ref.taskId, articleId, isChanged: true });

    const { revision, article } = await getArticleForEditing(webmaster, { articleId });
    expect(revision.body).toEqual(doc(p(["现有党员", marked(next, "bold"), "名，党员", marked(next, "italic"), "名"])));
    expect(article).toMatchObject({ workState: "draft", visibility: "live" });
    expect(await openTasks(webmaster)).toHaveLength(1);

    const submitted = await submitArticle(webmaster, {
      articleId,
      version: article.version,
      selfCheck: passedSelfCheck,
      note: "",
      waiversAsked: [],
    });
    await approveArticle(secretary, { ...submitted, opinion: "", waivers: [], publish: true });
    expect(await openTasks(webmaster)).toEqual([]);
    expect((await listCorrections(webmaster, { tab: "done" })).items).toMatchObject([
      { state: "done", closedByName: secretary.actor.displayName },
    ]);
    expect((await trailOf(webmaster.tenantId, ref.taskId)).map(({ action }) => action)).toEqual([
      "correction.accept",
      "correction.done",
    ]);
  });

  test("accepted in a text somebody has put right already: nothing is saved over it", async () => {
    const { office, old, next, change } = await changedFact();
    const { staff } = await staffedBranch();
    const { articleId } = await pageOf(staff, `党员${old}名`);
    await send(office, await change());
    const { version, columnId } = await rowOf(staff.webmaster, articleId);
    const content = await contentIn(staff.webmaster, { columnId, body: doc(p(`党员${next}名`)) });
    await saveArticle(staff.webmaster, { articleId, version, content });
    const [task] = await openTasks(staff.webmaster);
    const accepted = await acceptCorrection(staff.webmaster, { taskId: task?.id ?? "", version: task?.version ?? 0 });
    expect(accepted.isChanged).toBe(false);
  });

  test("settled by itself when the words are gone: written otherwise in a draft, or the text withdrawn", async () => {
    const { office, old, change } = await changedFact();
    const { staff } = await staffedBranch();
    const { webmaster, secretary } = staff;
    const draft = await draftBy(webmaster, { title: "草稿", eventAt: null, body: doc(p(`党员${old}名`)) });
    const { articleId } = await pageOf(staff, `党员${old}名`);
    await send(office, await change());
    expect(await openTasks(webmaster)).toHaveLength(2);
    await saveArticle(webmaster, { ...draft, content: await contentIn(webmaster) });
    expect(await openTasks(webmaster)).toHaveLength(1);
    const { version } = await rowOf(webmaster, articleId);
    await withdrawArticle(secretary, { articleId, version, reason: "内容过时" });
    expect(await openTasks(webmaster)).toEqual([]);
  });

  test("dismissed with a reason, of which the office is told; an open one asks for the newest value instead of there being two", async () => {
    const { office, factId, old, next, change } = await changedFact();
    const { branch, staff } = await staffedBranch();
    await pageOf(staff, `党员${old}名`);
    await pageOf(staff, `截至去年，党员${old}名`, "历史沿革");
    await send(office, await change());
    const tasks = await openTasks(staff.webmaster);
    const history = tasks.find(({ title }) => title === "历史沿革");
    await dismissCorrection(staff.secretary, { taskId: history?.id ?? "", version: 0, reason: "写的是去年的情况" });
    expect((await listCorrections(staff.webmaster, { tab: "dismissed" })).items).toMatchObject([
      { reason: "写的是去年的情况", closedByName: staff.secretary.actor.displayName },
    ]);
    const declined = await withOffice((tx) =>
      tx.notification.findMany({
        where: { branchId: branch.tenantId, kind: "correction.declined", userId: office.actor.userId },
      }),
    );
    expect(declined).toHaveLength(1);

    const later = figures().next;
    const { scanId } = await addFactValue(office, {
      factId,
      version: 1,
      value: later,
      effectiveFrom: "2026-08-01",
      source: "台账",
    });
    await runScan(scanId ?? "", now);
    await send(office, scanId ?? "");
    const open = await openTasks(staff.webmaster);
    expect(open.filter(({ title }) => title === "组织设置")).toMatchObject([
      { oldText: old, newText: later, version: 1 },
    ]);
    expect(next).not.toBe(later);
  });
});

describe("refused", () => {
  test("without permission, for another branch's task, twice, and from a stale screen", async () => {
    const { office, old, change } = await changedFact();
    const { staff } = await staffedBranch();
    const { staff: victim } = await staffedBranch();
    await pageOf(victim, `党员${old}名`);
    await pageOf(staff, `党员${old}名`);
    await send(office, await change());
    const [foreign] = await openTasks(victim.webmaster);
    const [own] = await openTasks(staff.webmaster);
    const ref = { taskId: own?.id ?? "", version: 0 };
    const foreignRef = { taskId: foreign?.id ?? "", version: 0 };
    const reason = "不需要";
    for (const ctx of [staff.contributor, staff.organiser]) {
      await expect(acceptCorrection(ctx, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(dismissCorrection(ctx, { ...ref, reason })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(acceptCorrection(staff.webmaster, foreignRef)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(dismissCorrection(staff.webmaster, { ...foreignRef, reason })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(acceptCorrection(staff.webmaster, { ...ref, version: 3 })).rejects.toMatchObject({ code: "CONFLICT" });
    await dismissCorrection(staff.webmaster, { ...ref, reason });
    await expect(acceptCorrection(staff.webmaster, { ...ref, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    const inspector = await officerOf(["inspector"]);
    const scanId = "018f0000-0000-7000-8000-000000000001";
    await expect(listFindings(inspector, { scanId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(sendCorrections(inspector, { scanId, version: 0, toggledIds: [] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("while the text is under review: it must be taken back first", async () => {
    const { office, old, change } = await changedFact();
    const { staff } = await staffedBranch();
    await submittedBy(staff.webmaster, {
      columnId: await columnOf(staff.webmaster, "organisation.duties"),
      body: doc(p(`党员${old}名`)),
    });
    await send(office, await change());
    const [task] = await openTasks(staff.webmaster);
    await expect(acceptCorrection(staff.webmaster, { taskId: task?.id ?? "", version: 0 })).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "article.wrongState",
    });
  });

  test("nothing readers see changes by a search or a task", async () => {
    const { office, old, change } = await changedFact();
    const { staff } = await staffedBranch();
    await pageOf(staff, `党员${old}名`);
    const before = await siteVersionOf(staff.webmaster);
    await send(office, await change());
    expect(await siteVersionOf(staff.webmaster)).toEqual(before);
  });
});
