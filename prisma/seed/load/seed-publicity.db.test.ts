import { expect, test } from "vitest";
import { listInbox } from "@zhibu/core/articles/list-inbox";
import type { BranchContext } from "@zhibu/core/kernel/context";
import { listObjections, readObjection } from "@zhibu/core/publicity/handle-objection";
import { collectProof } from "@zhibu/core/publicity/proof/collect-proof";
import { actorOf } from "@zhibu/core/testing/actors";
import { withOffice } from "@zhibu/db/scope";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import { seededCollege, seedNow } from "./testing/seeded-college.ts";

seededCollege();

/** Lists with the actions of their timelines and trails, oldest first, by branch and number. */
async function told() {
  const [lists, events, trail] = await withOffice(async (tx) => [
    await tx.publicityList.findMany({
      include: { branch: true },
      orderBy: [{ branch: { slug: "asc" } }, { no: "asc" }],
    }),
    await tx.workflowEvent.findMany({ where: { subjectType: "publicity" }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    await tx.auditEntry.findMany({ where: { subjectType: "publicity" }, orderBy: { seq: "asc" } }),
  ]);
  return lists.map((list) => ({
    list,
    timeline: events.filter(({ subjectId }) => subjectId === list.id).map(({ action }) => action),
    trail: trail.filter(({ subjectId }) => subjectId === list.id).map(({ action }) => action.split(".")[1]),
  }));
}

/** The secretary of a branch, as a request would know them. */
async function secretaryOf(slug: string): Promise<{ ctx: BranchContext; actor: Actor }> {
  const [user, branch] = await withOffice(async (tx) => [
    await tx.user.findUniqueOrThrow({ where: { loginName: `secretary.${slug}` } }),
    await tx.branch.findUniqueOrThrow({ where: { slug } }),
  ]);
  // Ids of a branch and a person on record.
  const ids = { tenantId: branch.id as TenantId, userId: user.id as UserId };
  const roles = { branch: ["secretary"], college: [] } as const;
  const ctx = { ...ids, actor: { ...ids, displayName: user.displayName, roles }, now: () => seedNow };
  return { ctx, actor: actorOf({ branch: { ...ids, slug, name: branch.name }, ctx }) };
}

test("lists have lived through the console, step by step", async () => {
  const stories = await told();
  expect(stories.map(({ list, timeline }) => [`${list.branch.slug} ${list.no}`, timeline.join(" ")])).toEqual([
    ["huli 1", "submit return submit sign start end state"],
    ["huli 2", "submit sign start"],
    ["huli 3", "submit"],
    ["jianyan 1", "submit sign start end"],
    ["jichu 1", "submit sign start submitCorrection correct end state"],
    ["linchuang 1", "submit sign start"],
  ]);
  for (const { timeline, trail } of stories) {
    expect(trail.slice(0, 2)).toEqual(["create", "edit"]);
    expect(trail.filter((action) => timeline.includes(action ?? ""))).toEqual(timeline);
  }
});

test("a correction began the whole period anew, and its objection was answered", async () => {
  const { ctx } = await secretaryOf("jichu");
  const [list] = await withOffice((tx) => tx.publicityList.findMany({ where: { tenantId: ctx.tenantId } }));
  const publicityId = list?.id ?? "";
  const proof = await collectProof(ctx, { publicityId, format: "zip" });
  expect(proof.texts.map(({ hashHolds, lastDay, endsAt }) => [hashHolds, lastDay < shanghaiDay(endsAt)])).toEqual([
    [true, false],
    [true, true],
  ]);
  expect(proof.texts[0]?.endsAt).toEqual(proof.texts[1]?.startsAt);
  expect(proof.texts[1]?.reason).toContain("重新计算");
  expect(proof.statement?.text).toContain("收到异议1件");
  const [objection] = await listObjections(ctx, { publicityId });
  expect(objection).toMatchObject({ named: true, state: "upheld" });
  const opened = await readObjection(ctx, { objectionId: objection?.id ?? "" });
  expect(opened.name).toBe("示例反映人");
  expect(opened.answer).toContain("名单当日更正");
  expect(opened.events.map(({ action }) => action)).toEqual(["accept", "investigate", "uphold"]);
});

test("the probe's minutes tell what was reached, lost and never asked", async () => {
  const { ctx } = await secretaryOf("huli");
  const lists = await withOffice((tx) =>
    tx.publicityList.findMany({ where: { tenantId: ctx.tenantId }, orderBy: { no: "asc" } }),
  );
  const [{ reachability } = { reachability: null }] = (
    await collectProof(ctx, { publicityId: lists[0]?.id ?? "", format: "pdf" })
  ).texts;
  expect(reachability).toMatchObject({ lost: 23, unknown: 12 });
  expect(reachability?.firstReached).toEqual(lists[0]?.startsAt);
  expect(reachability?.lastReached).toEqual(new Date((lists[0]?.endsAt?.getTime() ?? 0) - 60_000));
});

test("open objections wait for the secretary", async () => {
  for (const [slug, state] of [
    ["linchuang", "received"],
    ["jianyan", "accepted"],
  ] as const) {
    const { actor } = await secretaryOf(slug);
    const { items } = await listInbox(actor, () => seedNow);
    expect(items.map(({ reason }) => reason)).toContain("objection");
    const [objection] = await withOffice((tx) =>
      tx.objection.findMany({ where: { list: { branch: { slug } } }, select: { state: true } }),
    );
    expect(objection?.state).toBe(state);
  }
});
