import { describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import type { OfficeContext } from "../../kernel/context.ts";
import { memberOf } from "../../testing/contexts.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { archiveBranch, suspendBranch } from "./close-branch.ts";
import { findMergeTargets } from "./find-merge-targets.ts";
import { openBranch } from "./open-branch.ts";
import { renameBranch } from "./rename-branch.ts";
import { reopenBranch } from "./reopen-branch.ts";
import { setCustomDomain } from "./set-custom-domain.ts";
import { suggestBranchSlug } from "./suggest-branch-slug.ts";

const reason = "网站内容整改，预计下周恢复。";

function freshSlug(): string {
  return `n${newId().replaceAll("-", "").slice(8, 30)}`;
}

function orderFor(slug: string) {
  return {
    name: "口腔医学院党总支",
    shortName: "口腔医学院",
    slug,
    kind: "general" as const,
    people: [
      { displayName: "苗清越", email: "", roles: ["webmaster" as const] },
      { displayName: "牧远山", email: "", roles: ["secretary" as const, "organiser" as const] },
    ],
  };
}

async function branchRow(branchId: string) {
  return withOffice((tx) => tx.branch.findUniqueOrThrow({ where: { id: branchId } }));
}

async function siteVersion(siteId: string) {
  return withOffice((tx) => tx.siteVersion.findUniqueOrThrow({ where: { siteId } }));
}

const refOf = ({ tenantId }: TestBranch, version = 0) => ({ branchId: tenantId, version });

describe("opening", () => {
  test("columns, people with their roles and links, and a trail, in one step", async () => {
    const office = await officerOf();
    const slug = freshSlug();
    const { branchId, invitations } = await openBranch(office, orderFor(slug));
    expect(await branchRow(branchId)).toMatchObject({ slug, state: "open", kind: "general", version: 0 });
    const [columns, roles] = await withOffice(async (tx) => [
      await tx.siteColumn.count({ where: { tenantId: branchId } }),
      await tx.branchRole.findMany({ where: { tenantId: branchId }, include: { user: true } }),
    ]);
    expect(columns).toBe(flattenBaselineColumns().length);
    expect(roles.map(({ role, user }) => `${user.displayName}: ${role}`).toSorted()).toEqual([
      "牧远山: organiser",
      "牧远山: secretary",
      "苗清越: webmaster",
    ]);
    expect(roles.every(({ appointedById }) => appointedById === office.actor.userId)).toBe(true);
    expect(invitations.map(({ displayName, mailed }) => [displayName, mailed])).toEqual([
      ["苗清越", false],
      ["牧远山", false],
    ]);
    expect(invitations.every(({ path }) => path.startsWith("/welcome/"))).toBe(true);
    expect((await trailOf(branchId, branchId)).map(({ action }) => action)).toEqual(["branch.open"]);
    expect((await siteVersion(branchId)).version).toBeGreaterThan(1n);
  });

  test("behind all others, and no address name twice, also at the same moment", async () => {
    const office = await officerOf();
    const slug = freshSlug();
    const opened = await Promise.allSettled([openBranch(office, orderFor(slug)), openBranch(office, orderFor(slug))]);
    expect(opened.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [lost] = opened.filter((each) => each.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "CONFLICT", reason: "branch.slugTaken" });
    const next = await openBranch(office, { ...orderFor(freshSlug()), people: [] });
    const first = await withOffice((tx) => tx.branch.findUniqueOrThrow({ where: { slug } }));
    expect((await branchRow(next.branchId)).position).toBeGreaterThan(first.position);
  });

  test("nothing is left of an opening that fails half-way", async () => {
    const office = await officerOf();
    const slug = freshSlug();
    const { people, ...order } = orderFor(slug);
    const email = `${slug}@example.edu.cn`;
    const twice = people.map((person) => ({ ...person, email }));
    expect(await reasonOf(openBranch(office, { ...order, people: twice }))).toBe("person.emailTaken");
    expect(await withOffice((tx) => tx.branch.findUnique({ where: { slug } }))).toBeNull();
  });

  test("an address name is suggested: pinyin, free, not reserved", async () => {
    const office = await officerOf();
    expect(await suggestBranchSlug(office, { name: "测试" })).toEqual({ slug: "ceshi" });
    expect(await suggestBranchSlug(office, { name: "党办" })).toEqual({ slug: "dangban2" });
    expect(await suggestBranchSlug(office, { name: "3号楼" })).toEqual({ slug: "zhibu3haolou" });
  });
});

describe("names and addresses", () => {
  const names = { name: "护理与健康学院党总支", shortName: "护理健康", kind: "general" as const, position: 7 };

  test("a branch is renamed for its readers at once, and keeps its address", async () => {
    const [office, branch] = [await officerOf(), await newBareBranch()];
    const before = await siteVersion(branch.tenantId);
    expect(await renameBranch(office, { ...refOf(branch), ...names })).toEqual({ version: 1 });
    expect(await branchRow(branch.tenantId)).toMatchObject({ ...names, slug: branch.slug });
    expect((await siteVersion(branch.tenantId)).removalVersion).toBeGreaterThan(before.version);
    const [entry] = await trailOf(branch.tenantId, branch.tenantId);
    expect(entry).toMatchObject({ action: "branch.rename", changes: { from: { name: branch.name }, to: names } });
  });

  test("a domain of its own: as DNS knows it, nobody else's, and taken away again", async () => {
    const [office, branch, other] = [await officerOf(), await newBareBranch(), await newBareBranch()];
    const domain = `${branch.slug}.example.cn`;
    const given = await setCustomDomain(office, { ...refOf(branch), domain: `HTTPS://${domain}/` }, "localhost");
    expect(given).toEqual({ version: 1, customDomain: domain });
    expect(await reasonOf(setCustomDomain(office, { ...refOf(other), domain }, "localhost"))).toBe(
      "branch.domainTaken",
    );
    const ofCollege = setCustomDomain(office, { ...refOf(other), domain: "console.party.edu" }, "party.edu");
    expect(await reasonOf(ofCollege)).toBe("branch.domainOfCollege");
    await setCustomDomain(office, { ...refOf(branch, 1), domain: "" }, "localhost");
    expect((await branchRow(branch.tenantId)).customDomain).toBeNull();
  });
});

describe("closing and reopening", () => {
  test("a suspended branch says why; its people stay, and are told", async () => {
    const [office, branch] = [await officerOf(), await newBareBranch()];
    const { actor } = await memberOf(branch, ["webmaster"]);
    const before = await siteVersion(branch.tenantId);
    expect(await suspendBranch(office, { ...refOf(branch), reason })).toEqual({ version: 1 });
    expect(await branchRow(branch.tenantId)).toMatchObject({ state: "suspended", stateReason: reason });
    expect((await siteVersion(branch.tenantId)).removalVersion).toBeGreaterThan(before.version);
    const told = await withOffice((tx) => tx.notification.findMany({ where: { userId: actor.userId } }));
    expect(told).toMatchObject([{ kind: "branch.suspended", params: { reason } }]);
    expect(await reopenBranch(office, refOf(branch, 1))).toEqual({ version: 2 });
    expect(await branchRow(branch.tenantId)).toMatchObject({ state: "open", stateReason: "" });
    const actions = (await trailOf(branch.tenantId, branch.tenantId)).map(({ action }) => action);
    expect(actions).toEqual(["branch.suspend", "branch.reopen"]);
  });

  test("in an archived branch nobody is in office; it can be opened again", async () => {
    const now = new Date("2026-11-23T02:00:00Z");
    const [office, branch] = [await officerOf(["office"], () => now), await newBareBranch()];
    await memberOf(branch, ["webmaster"]);
    await memberOf(branch, ["secretary"]);
    await archiveBranch(office, { ...refOf(branch), reason: "支部撤销，网站停用。" });
    const terms = await withOffice((tx) => tx.branchRole.findMany({ where: { tenantId: branch.tenantId } }));
    expect(terms.map(({ endsOn }) => endsOn)).toEqual([new Date("2026-11-23"), new Date("2026-11-23")]);
    const [entry] = await trailOf(branch.tenantId, branch.tenantId);
    expect(entry).toMatchObject({ action: "branch.archive", changes: { from: "open", to: "archived", termsEnded: 2 } });
    expect(await reopenBranch(office, refOf(branch, 1))).toEqual({ version: 2 });
  });

  test("the office's own site stays", async () => {
    const [office, branch] = [await officerOf(), await newBareBranch()];
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { kind: "office" } }));
    try {
      expect(await reasonOf(suspendBranch(office, { ...refOf(branch), reason }))).toBe("branch.officeStays");
      expect(await reasonOf(archiveBranch(office, { ...refOf(branch), reason }))).toBe("branch.officeStays");
    } finally {
      await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { kind: "direct" } }));
    }
  });
});

type Verb = (ctx: OfficeContext, ref: { branchId: string; version: number }) => Promise<unknown>;

const verbs: readonly (readonly [string, Verb])[] = [
  ["rename", (ctx, ref) => renameBranch(ctx, { ...ref, name: "新名称", shortName: "新名", kind: null, position: 0 })],
  ["set a domain", (ctx, ref) => setCustomDomain(ctx, { ...ref, domain: "" }, "localhost")],
  ["suspend", (ctx, ref) => suspendBranch(ctx, { ...ref, reason })],
  ["archive", (ctx, ref) => archiveBranch(ctx, { ...ref, reason })],
  ["reopen", (ctx, ref) => reopenBranch(ctx, ref)],
];

describe.each(verbs)("%s", (name, verb) => {
  test("is the office's alone", async () => {
    const branch = await newBareBranch();
    for (const role of ["inspector", "auditor"] as const) {
      expect(await reasonOf(verb(await officerOf([role]), refOf(branch)))).toBe("forbidden");
    }
    expect(await branchRow(branch.tenantId)).toMatchObject({ version: 0, state: "open" });
  });

  test("needs the version it saw, and a branch that is there", async () => {
    const [office, branch] = [await officerOf(), await newBareBranch()];
    const state = name === "reopen" ? "suspended" : "open";
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { version: 3, state } }));
    expect(await reasonOf(verb(office, refOf(branch, 2)))).toBe("changedMeanwhile");
    expect(await reasonOf(verb(office, { branchId: newId(), version: 0 }))).toBe("branch.missing");
    expect((await branchRow(branch.tenantId)).version).toBe(3);
    await verb(office, refOf(branch, 3));
    expect((await branchRow(branch.tenantId)).version).toBe(4);
  });
});

test("merge targets: open branches by name, never itself", async () => {
  const [office, branch, other, closed] = [
    await officerOf(),
    await newBareBranch(),
    await newBareBranch(),
    await newBareBranch(),
  ];
  await withOffice((tx) => tx.branch.update({ where: { id: closed.tenantId }, data: { state: "suspended" } }));
  const found = async (search: string) =>
    (await findMergeTargets(office, { branchId: branch.tenantId, search })).map(({ slug }) => slug);
  expect(await found(other.slug)).toEqual([other.slug]);
  expect(await found(branch.slug)).toEqual([]);
  expect(await found(closed.slug)).toEqual([]);
  expect(
    await reasonOf(findMergeTargets(await officerOf(["auditor"]), { branchId: branch.tenantId, search: "" })),
  ).toBe("forbidden");
});
