import { beforeAll, describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import { listTrailInput, type ListTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { renameColumn } from "../columns/rename-column.ts";
import type { BranchContext, OfficeContext } from "../kernel/context.ts";
import { columnOf, draftBy, publishedBy, rowOf, staffedBranch, type InHand } from "../testing/articles.ts";
import { memberOf } from "../testing/contexts.ts";
import { officerOf } from "../testing/office.ts";
import { auditOffice } from "./audit-college.ts";
import { audit } from "./audit.ts";
import { listTrail } from "./list-trail.ts";
import { searchTrailActors, searchTrailChains } from "./search-trail.ts";

let auditor: OfficeContext;
let branch: TestBranch;
let webmaster: BranchContext;
let secretary: BranchContext;
let live: InHand;
let draft: InHand;
let no: number;

beforeAll(async () => {
  auditor = await officerOf(["auditor"]);
  const staffed = await staffedBranch();
  branch = staffed.branch;
  ({ webmaster, secretary } = staffed.staff);
  live = await publishedBy(staffed.staff, { title: "五四主题党日" });
  draft = await draftBy(webmaster);
  ({ no } = await rowOf(webmaster, live.articleId));
});

const list = (input: Partial<ListTrailInput>, as = auditor) => listTrail(as, listTrailInput.parse(input));
const inBranch = (input: Partial<ListTrailInput> = {}) => list({ chainId: branch.tenantId, ...input });
const actions = (page: Awaited<ReturnType<typeof list>>) => page.items.map(({ action }) => action);

describe("what a webmaster and a secretary did", () => {
  test("is there, newest first, with who, where and about what", async () => {
    const page = await inBranch({ subject: live.articleId });
    expect(actions(page)).toEqual(["article.publish", "article.approve", "article.submit", "article.create"]);
    expect(page.items[0]).toMatchObject({
      branchName: branch.name,
      branchSlug: branch.slug,
      actorId: webmaster.actor.userId,
      actorName: webmaster.actor.displayName,
      subjectType: "article",
      subject: { name: "五四主题党日", no, live: true },
      changes: { no },
    });
    expect(page.chosen).toEqual({ chain: branch.name, actor: null });
  });

  test("is found by the person", async () => {
    const page = await list({ actorId: secretary.actor.userId });
    expect(actions(page)).toEqual(["article.approve"]);
    expect(page.chosen.actor).toBe(secretary.actor.displayName);
  });

  test.each([
    ["id", () => ({ subject: live.articleId })],
    ["console address", () => ({ subject: `http://console.localhost/${branch.slug}/articles/${live.articleId}` })],
    ["number in the branch", () => ({ subject: String(no), chainId: branch.tenantId })],
    ["readers' address", () => ({ subject: `http://${branch.slug}.localhost:3000/a/${no}` })],
  ])("is found by the article's %s", async (_, input) => {
    const { items, subjectProblem } = await list(input());
    expect(subjectProblem).toBeNull();
    expect(items.length).toBeGreaterThan(3);
    expect(new Set(items.map(({ subjectId }) => subjectId))).toEqual(new Set([live.articleId]));
  });

  test.each([
    ["words", { subject: "五四" }, "unreadable"],
    ["a number alone", { subject: "12" }, "branchNeeded"],
    ["a number nothing has", { subject: "999999", chainId: "" }, "missing"],
    ["an address of nobody's", { subject: "nobody.localhost/a/1" }, "missing"],
  ])("%s: the filter says what is missing", async (_, input, problem) => {
    const page = await list({ ...input, ...("chainId" in input ? { chainId: branch.tenantId } : {}) });
    expect([page.items, page.subjectProblem]).toEqual([[], problem]);
  });

  test("is found by the kind of action, alone and in groups of several nouns", async () => {
    const columnId = await columnOf(webmaster, "news.activities");
    await renameColumn(webmaster, { columnId, version: 0, name: "支部动态" });
    expect(actions(await inBranch({ group: "column" }))).toEqual(["column.rename"]);
    const about = { type: "user", id: webmaster.actor.userId };
    await withOffice((tx) => auditOffice(tx, auditor, "totp.setUp", about));
    await withOffice((tx) => auditOffice(tx, auditor, "session.end", about));
    const page = await list({ group: "account", subject: webmaster.actor.userId });
    expect(actions(page)).toEqual(["session.end", "totp.setUp"]);
    expect(page.items[0]).toMatchObject({ branchName: null, subject: { name: webmaster.actor.displayName } });
  });

  test("names the columns its changes refer to", async () => {
    const columnId = await columnOf(webmaster, "news.activities");
    const { items } = await inBranch({ subject: draft.articleId });
    expect(items.at(-1)).toMatchObject({ action: "article.create", changes: { columnId } });
    expect(items.at(-1)?.references[columnId]).toMatch(/动态$/u);
  });
});

test("the period is whole days of Shanghai, its last day included", async () => {
  let now = new Date();
  const ctx = await memberOf(await newBareBranch(), ["webmaster"], () => now);
  const subject = { type: "branch", id: ctx.tenantId };
  for (const at of ["2026-05-03T15:59:59Z", "2026-05-03T16:00:00Z", "2026-05-04T15:59:59Z", "2026-05-04T16:00:00Z"]) {
    now = new Date(at);
    await withOffice((tx) => audit(tx, ctx, "branch.configure", subject));
  }
  const { items } = await list({ chainId: ctx.tenantId, fromDay: "2026-05-04", toDay: "2026-05-04" });
  expect(items.map(({ seq }) => seq)).toEqual([3, 2]);
});

test("pages join without a gap or a repetition, also where several records share a moment", async () => {
  const at = new Date("2026-05-04T00:00:00Z");
  const ctx = await memberOf(await newBareBranch(), ["webmaster"], () => at);
  for (let index = 0; index < 7; index += 1)
    await withOffice((tx) => audit(tx, ctx, "branch.configure", { type: "branch", id: ctx.tenantId }, { index }));
  for (const filter of [{ chainId: ctx.tenantId }, { actorId: ctx.actor.userId, group: "branch" as const }]) {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ ...filter, limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  }
});

describe("who may read it", () => {
  test("the office, and it may go on to what the records are about; the auditor may not", async () => {
    expect((await inBranch()).can).toEqual({ oversee: false });
    expect((await list({ chainId: branch.tenantId }, await officerOf(["office"]))).can).toEqual({ oversee: true });
  });

  test("not an inspector", async () => {
    const inspector = await officerOf(["inspector"]);
    await expect(list({}, inspector)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(searchTrailActors(inspector, { search: "" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(searchTrailChains(inspector, { search: "" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("what the filter offers", () => {
  test("people who stand in the trail, and nobody else", async () => {
    const search = (words: string) => searchTrailActors(auditor, { search: words });
    const { loginName } = await withOffice((tx) =>
      tx.user.findUniqueOrThrow({ where: { id: webmaster.actor.userId } }),
    );
    expect(await search(loginName)).toEqual([
      { id: webmaster.actor.userId, displayName: webmaster.actor.displayName, loginName },
    ]);
    const idle = await memberOf(branch, ["organiser"]);
    const unheard = await withOffice((tx) => tx.user.findUniqueOrThrow({ where: { id: idle.actor.userId } }));
    expect(await search(unheard.loginName)).toEqual([]);
    expect(await search("%")).toEqual([]);
  });

  test("branches by name or slug, and the college", async () => {
    expect(await searchTrailChains(auditor, { search: branch.slug })).toEqual([
      { id: branch.tenantId, name: branch.name, isCollege: false },
    ]);
    expect((await searchTrailChains(auditor, { search: "测试学院" }))[0]).toMatchObject({ isCollege: true });
  });
});
