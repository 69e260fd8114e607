import { expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { ensureCollege } from "@zhibu/db/testing/factories";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import { acceptCorrection } from "../articles/corrections/accept-correction.ts";
import { listCorrections } from "../articles/corrections/list-corrections.ts";
import { listFindings } from "../articles/corrections/list-findings.ts";
import { runScan } from "../articles/corrections/run-scan.ts";
import { sendCorrections } from "../articles/corrections/send-corrections.ts";
import { getArticleForEditing } from "../articles/get-article-for-editing.ts";
import { provideQueue } from "../articles/push/testing/push-queue.ts";
import { submitArticle } from "../articles/submit-article.ts";
import { draftBy, passedSelfCheck, publishedBy, staffedBranch } from "../testing/articles.ts";
import { officerOf, trailOf } from "../testing/office.ts";
import { addTerm } from "./add-term.ts";
import { changeTerm, retireTerm } from "./change-term.ts";
import { getTermProgress, listTerms } from "./list-terms.ts";

provideQueue();

/** Words no other test has. */
function words() {
  const mark = newId().slice(-8);
  return {
    words: `正确${mark}表述`,
    variants: [`错误${mark}`, `${mark}表述`],
    note: "以文件为准",
    severity: "warn" as const,
  };
}

test("the checks know a term at once, in the words it is given for; retired, they forget it", async () => {
  const office = await officerOf();
  const term = words();
  const { termId, version } = await addTerm(office, term);
  const { staff } = await staffedBranch();
  const draft = await draftBy(staff.webmaster, { body: doc(p(`${term.variants[0]}，${term.words}`)) });
  const findings = async () =>
    (await getArticleForEditing(staff.webmaster, draft)).findings.filter(({ kind }) => kind === "term.variant");
  expect(await findings()).toMatchObject([
    { severity: "warn", params: { words: term.words, note: "以文件为准" }, fix: { replacement: term.words } },
  ]);
  await retireTerm(office, { termId, version, retired: true });
  expect(await findings()).toEqual([]);
});

test("a term that blocks stops a submission", async () => {
  const office = await officerOf();
  const term = { ...words(), severity: "block" as const };
  await addTerm(office, term);
  const { staff } = await staffedBranch();
  const draft = await draftBy(staff.webmaster, { title: `关于${term.variants[0]}的通知` });
  await expect(
    submitArticle(staff.webmaster, { ...draft, selfCheck: passedSelfCheck, note: "", waiversAsked: [] }),
  ).rejects.toMatchObject({ reason: "article.blocked" });
});

test("a new term has the whole stock searched, live news too, and becomes tasks", async () => {
  const { staff } = await staffedBranch();
  const term = words();
  const { articleId } = await publishedBy(staff, {
    title: `学习${term.variants[1]}`,
    body: doc(p(`${term.words}，${term.variants[0]}`)),
  });
  const office = await officerOf();
  const { termId, scanId } = await addTerm(office, term);
  await runScan(scanId, () => new Date());
  const { scan, items } = await listFindings(office, { scanId });
  expect(items.map(({ oldText }) => oldText).toSorted()).toEqual(term.variants.toSorted());
  expect(new Set(items.map(({ newText }) => newText))).toEqual(new Set([term.words]));
  await sendCorrections(office, { scanId, version: scan?.version ?? -1, toggledIds: [] });
  expect((await getTermProgress(office, { termId })).corrections).toMatchObject([{ open: 2 }]);
  for (const task of (await listCorrections(staff.webmaster, { tab: "open" })).items)
    await acceptCorrection(staff.webmaster, { taskId: task.id, version: task.version });
  const { revision } = await getArticleForEditing(staff.webmaster, { articleId });
  expect(revision.title).toBe(`学习${term.words}`);
  expect(revision.body).toEqual(doc(p(`${term.words}，${term.words}`)));
});

test("refused: right and wrong at once, in one term or in two; a stale screen; anybody but the office", async () => {
  const office = await officerOf();
  const term = words();
  const { termId } = await addTerm(office, term);
  await expect(addTerm(office, { ...words(), variants: [term.words] })).rejects.toMatchObject({
    reason: "term.contradicts",
  });
  await expect(addTerm(office, term)).rejects.toMatchObject({ reason: "term.wordsTaken" });
  const other = words();
  await expect(addTerm(office, { ...other, variants: [other.words] })).rejects.toMatchObject({
    reason: "term.variantIsRight",
  });
  await expect(changeTerm(office, { ...term, termId, version: 5 })).rejects.toMatchObject({ code: "CONFLICT" });
  const auditor = await officerOf(["auditor"]);
  await expect(addTerm(auditor, words())).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(listTerms(auditor, { search: "", retired: false })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("changed words are on record, and the list finds them", async () => {
  const office = await officerOf();
  const term = words();
  const { termId } = await addTerm(office, term);
  const next = { ...term, words: `${term.words}全称` };
  await changeTerm(office, { ...next, termId, version: 0 });
  const { items } = await listTerms(office, { search: next.words, retired: false });
  expect(items).toMatchObject([{ id: termId, words: next.words, version: 1 }]);
  expect(await trailOf(await ensureCollege(), termId)).toMatchObject([
    { action: "term.add" },
    { action: "term.change", changes: { from: { words: term.words }, to: { words: next.words } } },
  ]);
});
