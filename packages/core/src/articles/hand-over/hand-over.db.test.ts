import { describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { appoint, newUser } from "@zhibu/db/testing/factories";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { HandOverInput } from "@zhibu/domain/tenancy/hand-over";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import type { BranchContext } from "../../kernel/context.ts";
import {
  approvedBy,
  contentIn,
  draftBy,
  publishedBy,
  rowOf,
  staffedBranch,
  submittedBy,
} from "../../testing/articles.ts";
import { memberOf, newBranch } from "../../testing/contexts.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { approveArticle } from "../approve-article.ts";
import { listInbox } from "../list-inbox.ts";
import { returnArticle } from "../return-article.ts";
import { saveArticle } from "../save-article.ts";
import { getHandOver } from "./get-hand-over.ts";
import { handOver } from "./hand-over.ts";
import { previewHandOver } from "./preview-hand-over.ts";

const now = () => new Date("2026-11-23T02:00:00Z");

/** What the gate would make of the person. */
function actorOf({ tenantId, actor }: BranchContext, slug: string, roles: readonly BranchRole[]): Actor {
  return {
    userId: actor.userId,
    displayName: actor.displayName,
    loginName: "",
    mustChangePassword: false,
    mustSetUpTotp: false,
    sessionId: "",
    branches: [{ tenantId, slug, name: slug, shortName: slug, roles }],
    collegeRoles: [],
  };
}

/** A webmaster who leaves work of every kind behind, and a newcomer without a role. */
async function leaving() {
  const office = await officerOf(["office"], now);
  const { branch, staff } = await staffedBranch(now);
  const { webmaster, secretary } = staff;
  const draft = await draftBy(webmaster, { title: "没写完的" });
  const submitted = await submittedBy(webmaster, { title: "在审的" });
  const returned = await returnArticle(secretary, {
    ...(await submittedBy(webmaster, { title: "退回的" })),
    reason: "请补充时间",
  });
  await approvedBy(staff, { title: "通过的" });
  await publishedBy(staff, { title: "已经发布的" });
  await draftBy(secretary, { title: "别人的" });
  const successor = await newUser("接任者");
  const preview = await previewHandOver(office, { fromUserId: webmaster.actor.userId });
  const input: HandOverInput = {
    fromUserId: webmaster.actor.userId,
    toUserId: successor.userId,
    branchSlug: branch.slug,
    day: "2026-11-23",
    appointmentIds: preview.branches[0]?.roles.map(({ id }) => id) ?? [],
    withArticles: true,
    note: "退休",
  };
  const next: BranchContext = {
    tenantId: branch.tenantId,
    actor: { ...successor, roles: { branch: ["webmaster"], college: [] } },
    now,
  };
  return { office, branch, staff, successor, next, preview, input, draft, submitted, returned };
}

test("the preview lists the roles and everything unfinished, and nothing of anybody else's", async () => {
  const { preview, branch, staff } = await leaving();
  expect(preview).toMatchObject({
    person: { id: staff.webmaster.actor.userId },
    branches: [{ slug: branch.slug, roles: [{ role: "webmaster", startsOn: "2020-01-01", endsOn: null }] }],
  });
  const titles = preview.branches[0]?.articles.map(({ title, kind }) => `${title} ${kind}`);
  expect(new Set(titles)).toEqual(new Set(["没写完的 draft", "在审的 inReview", "退回的 returned", "通过的 approved"]));
});

describe("confirming", () => {
  test("moves role and work at once, keeps who submitted, tells the successor, and is on record and on paper", async () => {
    const { office, branch, staff, successor, next, input, submitted, draft } = await leaving();
    const { handOverId } = await handOver(office, input);
    const roles = await withOffice((tx) =>
      tx.branchRole.findMany({ where: { tenantId: branch.tenantId, role: "webmaster" }, orderBy: { startsOn: "asc" } }),
    );
    expect(roles).toMatchObject([
      { userId: input.fromUserId, endsOn: new Date("2026-11-22") },
      { userId: successor.userId, startsOn: new Date("2026-11-23"), endsOn: null, appointedById: office.actor.userId },
    ]);
    expect(await rowOf(next, submitted.articleId)).toMatchObject({
      responsibleId: successor.userId,
      submittedById: input.fromUserId,
      version: submitted.version,
    });
    const { items } = await listInbox(actorOf(next, branch.slug, ["webmaster"]), now);
    expect(items.filter(({ reason }) => reason === "returned").map(({ title }) => title)).toEqual(["退回的"]);
    await saveArticle(next, { ...draft, content: await contentIn(next, { title: "接着写" }) });
    await approveArticle(staff.secretary, { ...submitted, opinion: "", waivers: [], publish: false });

    const told = await withOffice((tx) =>
      tx.notification.findMany({ where: { userId: successor.userId, kind: "handOver.received" } }),
    );
    expect(told).toMatchObject([{ path: `/hand-overs/${handOverId}`, params: { count: 5 } }]);
    expect((await trailOf(branch.tenantId, input.fromUserId)).map(({ action }) => action)).toEqual([
      "appointment.end",
      "handOver.make",
    ]);
    const list = await getHandOver({ actor: actorOf(next, branch.slug, []), now }, { handOverId });
    expect(list).toMatchObject({
      branchName: branch.name,
      fromName: staff.webmaster.actor.displayName,
      toName: "接任者",
      day: "2026-11-23",
      note: "退休",
      roles: [{ role: "webmaster", endsOn: "2026-11-22", given: { startsOn: "2026-11-23", endsOn: null } }],
    });
    // As it was on the day, whatever becomes of the drafts.
    expect(list.articles.map(({ title }) => title)).toContain("没写完的");
    expect(await reasonOf(handOver(office, { ...input, appointmentIds: [] }))).toBe("handOver.nothing");
  });

  test("four eyes stay: a successor may approve what the leaver submitted, never what they submitted themself", async () => {
    const { office, staff, input, submitted } = await leaving();
    const { secretary } = staff;
    await handOver(office, { ...input, toUserId: secretary.actor.userId, appointmentIds: [] });
    const approve = { ...submitted, opinion: "", waivers: [], publish: false };
    const other = await submittedBy(secretary, { title: "自己提交的" });
    expect(await reasonOf(approveArticle(secretary, { ...approve, ...other }))).toBe("article.fourEyes");
    expect(await reasonOf(approveArticle(secretary, approve))).toBe("accepted");
  });

  test("a contributor who takes over may go on writing", async () => {
    const { office, branch, input, draft, staff } = await leaving();
    const helper = await memberOf(branch, ["contributor"], now);
    const content = await contentIn(helper, { title: "接着写" });
    expect(await reasonOf(saveArticle(helper, { ...draft, content }))).toBe("article.notYours");
    await handOver(office, { ...input, toUserId: helper.actor.userId, appointmentIds: [] });
    expect(await reasonOf(saveArticle(helper, { ...draft, content }))).toBe("accepted");
    const stays = await withOffice((tx) =>
      tx.branchRole.findFirstOrThrow({ where: { userId: staff.webmaster.actor.userId } }),
    );
    expect(stays.endsOn).toBeNull();
  });

  test("a role to come goes over as it was, one the successor holds is only ended", async () => {
    const { office, branch, staff, input } = await leaving();
    const { webmaster, secretary } = staff;
    await appoint(branch, { ...webmaster.actor, loginName: "" }, "secretary", {
      startsOn: "2027-01-01",
      endsOn: "2029-12-31",
    });
    await appoint(branch, { ...secretary.actor, loginName: "" }, "webmaster", { startsOn: "2026-06-01" });
    const preview = await previewHandOver(office, { fromUserId: webmaster.actor.userId });
    const appointmentIds = preview.branches[0]?.roles.map(({ id }) => id) ?? [];
    const newcomer = await newUser("后来的书记");
    const [, planned = ""] = appointmentIds;
    const { handOverId } = await handOver(office, {
      ...input,
      toUserId: newcomer.userId,
      appointmentIds: [planned],
      withArticles: false,
    });
    const second = await handOver(office, {
      ...input,
      toUserId: secretary.actor.userId,
      appointmentIds: appointmentIds.slice(0, 1),
      withArticles: false,
      day: "2026-12-01",
    });
    const seen = async (id: string) =>
      getHandOver({ actor: actorOf(webmaster, branch.slug, []), now }, { handOverId: id });
    expect((await seen(handOverId)).roles).toEqual([
      { role: "secretary", endsOn: "2026-12-31", given: { startsOn: "2027-01-01", endsOn: "2029-12-31" } },
    ]);
    expect((await seen(second.handOverId)).roles).toEqual([{ role: "webmaster", endsOn: "2026-11-30", given: null }]);
  });

  test("is all or nothing: a successor who could not write gets no work, and the leaver keeps the role", async () => {
    const { office, input } = await leaving();
    expect(await reasonOf(handOver(office, { ...input, appointmentIds: [] }))).toBe("handOver.mayNotWrite");
    const bad = { ...input, appointmentIds: [...input.appointmentIds, crypto.randomUUID()] };
    expect(await reasonOf(handOver(office, bad))).toBe("appointment.missing");
    const role = await withOffice((tx) => tx.branchRole.findFirstOrThrow({ where: { userId: input.fromUserId } }));
    expect(role.endsOn).toBeNull();
    expect(await withOffice((tx) => tx.article.count({ where: { responsibleId: input.toUserId } }))).toBe(0);
  });

  test("is refused to oneself, on a past or far day, to a disabled person, and of another branch's appointment", async () => {
    const { office, input } = await leaving();
    const attempt = (change: Partial<HandOverInput>) => reasonOf(handOver(office, { ...input, ...change }));
    expect(await attempt({ toUserId: input.fromUserId })).toBe("handOver.toOneself");
    expect(await attempt({ day: "2026-11-22" })).toBe("handOver.dayOutOfRange");
    expect(await attempt({ day: "2027-06-01" })).toBe("handOver.dayOutOfRange");
    expect(await attempt({ toUserId: crypto.randomUUID() })).toBe("person.missing");
    expect(await attempt({ branchSlug: (await newBranch()).slug })).toBe("appointment.missing");
    expect(await attempt({ branchSlug: "no-such-branch" })).toBe("branch.missing");
    await withOffice((tx) => tx.user.update({ where: { id: input.toUserId }, data: { disabledAt: now() } }));
    expect(await attempt({})).toBe("person.disabled");
  });

  test("by an inspector or auditor is forbidden, and the list is nobody else's to read", async () => {
    const { office, branch, staff, input } = await leaving();
    const auditor = await officerOf(["auditor"], now);
    await expect(handOver(auditor, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewHandOver(auditor, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { handOverId } = await handOver(office, input);
    const reads = async (actor: Actor) => reasonOf(getHandOver({ actor, now }, { handOverId }));
    expect(await reads(actorOf(staff.webmaster, branch.slug, []))).toBe("accepted");
    expect(await reads(actorOf(staff.secretary, branch.slug, ["secretary"]))).toBe("handOver.missing");
    const stranger = { ...actorOf(staff.secretary, branch.slug, []), userId: office.actor.userId };
    expect(await reads({ ...stranger, collegeRoles: ["office"] })).toBe("accepted");
    expect(await reads({ ...stranger, collegeRoles: ["auditor"] })).toBe("handOver.missing");
  });
});
