import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { connectExplaining } from "@zhibu/db/testing/explaining-connection";
import type {} from "@zhibu/db/testing/global-setup";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { BranchContext } from "../kernel/context.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { endPublicity } from "../publicity/end-publicity.ts";
import { handleObjection, listObjections } from "../publicity/handle-objection.ts";
import { listPublicity } from "../publicity/list-publicity.ts";
import { countPublicity } from "../publicity/publicity-counts.ts";
import { receiveObjection } from "../publicity/receive-objection.ts";
import { returnPublicity } from "../publicity/return-publicity.ts";
import {
  draftedBy,
  listRow,
  preparePublicity,
  publicityBranch,
  runningBy,
  submittedBy,
} from "../publicity/testing/publicity-for-tests.ts";
import { actorOf } from "../testing/actors.ts";
import { submittedBy as articleSubmittedBy, staffedBranch } from "../testing/articles.ts";
import { provideTestDataKeys } from "../testing/data-keys.ts";
import { listInbox } from "./list-inbox.ts";

provideTestDataKeys();

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const begin = new Date("2041-11-04T09:00:00+08:00");
const objection = { text: "名单中有一人不符合条件，请核实其培养时间。", name: "", contact: "" };

/** A branch with a clock of its own that tests move on. */
async function clockedBranch() {
  let now = begin;
  const clock = () => now;
  const { branch, staff } = await publicityBranch(clock);
  const object = async (publicityId: string) => {
    const { no } = await listRow(staff.secretary, publicityId);
    await receiveObjection(branch.tenantId, no, objection, clock);
  };
  const end = async (publicityId: string) => {
    now = (await listRow(staff.secretary, publicityId)).endsAt ?? now;
    await endPublicity(branch.tenantId, publicityId, clock);
  };
  return { branch, staff, clock, object, end, moveTo: (instant: Date) => (now = instant) };
}

async function waitingFor(actor: Actor) {
  const { items } = await listInbox(actor, () => begin);
  return items.map(({ reason, branch, articleId }) => [reason, branch.slug, articleId]);
}

describe("publicity in the inbox", () => {
  test("a list waits for the secretary's signature, not for the one who prepared it, and returned for the latter", async () => {
    const { branch, staff } = await clockedBranch();
    const submitted = await submittedBy(staff.organiser);
    const of = (ctx: BranchContext) => waitingFor(actorOf({ branch, ctx }));
    expect(await of(staff.secretary)).toEqual([["publicitySign", branch.slug, submitted.publicityId]]);
    expect(await of(staff.organiser)).toEqual([]);
    const { items } = await listInbox(actorOf({ branch, ctx: staff.secretary }), () => begin);
    expect(items).toMatchObject([{ from: staff.organiser.actor.displayName, since: begin, objections: 0 }]);
    await returnPublicity(staff.secretary, { ...submitted, reason: "请核对班级" });
    expect(await of(staff.secretary)).toEqual([]);
    expect(await of(staff.organiser)).toEqual([["publicityReturned", branch.slug, submitted.publicityId]]);
    expect(await of(staff.webmaster)).toEqual([]);
    await submittedBy(staff.secretary);
    expect(await of(staff.secretary)).toEqual([]);
  });

  test("objections wait for whoever handles them and hold the statement, which waits once they are decided", async () => {
    const { branch, staff, object, end } = await clockedBranch();
    const { publicityId } = await runningBy(staff);
    const secretary = actorOf({ branch, ctx: staff.secretary });
    expect(await waitingFor(secretary)).toEqual([]);
    await object(publicityId);
    await object(publicityId);
    await end(publicityId);
    expect(await waitingFor(secretary)).toEqual([["objection", branch.slug, publicityId]]);
    expect((await listInbox(secretary, () => begin)).items).toMatchObject([{ objections: 2, since: begin }]);
    for (const ctx of [staff.organiser, staff.webmaster, staff.contributor])
      expect(await waitingFor(actorOf({ branch, ctx }))).toEqual([]);
    for (const { id, version } of await listObjections(staff.secretary, { publicityId })) {
      const step = { objectionId: id, record: "已经核实", answer: "" };
      await handleObjection(staff.secretary, { ...step, version, action: "accept" });
      await handleObjection(staff.secretary, { ...step, version: version + 1, action: "investigate" });
      await handleObjection(staff.secretary, { ...step, version: version + 2, action: "dismiss" });
    }
    expect(await waitingFor(secretary)).toEqual([["publicityState", branch.slug, publicityId]]);
  });
});

describe("over many branches", () => {
  /** One person, secretary everywhere but in the last, where they are a contributor. */
  async function manyBranches(count: number) {
    const made = await Promise.all(Array.from({ length: count }, () => staffedBranch(() => begin)));
    const userId = made[0]?.staff.secretary.actor.userId;
    if (!userId) throw new Error("no branch was made");
    return made.map(({ branch, staff }, index) => {
      const ctx = index === count - 1 ? staff.contributor : staff.secretary;
      return { branch, staff, ctx: { ...ctx, actor: { ...ctx.actor, userId } } };
    });
  }

  test("shows what is theirs to do in each, and no row of a branch that is not theirs or not theirs to act in", async () => {
    const places = await manyBranches(4);
    const [foreign] = await manyBranches(1);
    if (!foreign) throw new Error("no branch was made");
    for (const { staff } of [...places, foreign]) {
      await articleSubmittedBy(staff.webmaster);
      await submittedBy(staff.organiser);
    }
    const { items } = await listInbox(actorOf(...places), () => begin);
    const theirs = places.slice(0, -1).map(({ branch }) => branch.slug);
    const slugsOf = (wanted: string) =>
      items.flatMap(({ reason, branch: { slug } }) => (reason === wanted ? [slug] : []));
    expect(slugsOf("review").toSorted()).toEqual(theirs.toSorted());
    expect(slugsOf("publicitySign").toSorted()).toEqual(theirs.toSorted());
    expect(items).toHaveLength(2 * theirs.length);
  });

  test("takes as many statements over eight branches as over one", async () => {
    const places = await manyBranches(8);
    for (const { staff } of places) {
      await articleSubmittedBy(staff.webmaster);
      await submittedBy(staff.organiser);
    }
    const counted = async (actor: Actor) => {
      const statements: string[] = [];
      await disconnectDatabase();
      const disconnect = connectExplaining(inject("ownerUrl"), ({ text }) => statements.push(text));
      const { items } = await listInbox(actor, () => begin);
      await disconnect();
      connectDatabase(inject("appUrl"), 8);
      return { statements: statements.length, items: items.length };
    };
    const one = await counted(actorOf(...places.slice(0, 1)));
    const eight = await counted(actorOf(...places));
    expect([one.items, eight.items]).toEqual([2, 14]);
    expect(eight.statements).toBe(one.statements);
    // The scope, the articles, and everything else.
    expect(one.statements).toBe(3);
  });
});

describe("the counts of the dashboard and of the list's tabs", () => {
  test("count what runs, ends soon, has ended without a statement and is objected to, and list what they count", async () => {
    const { staff, object, end, moveTo } = await clockedBranch();
    await draftedBy(staff.organiser);
    const [ended, objected] = [await runningBy(staff), await runningBy(staff)];
    await object(objected.publicityId);
    await object(objected.publicityId);
    await end(ended.publicityId);
    await end(objected.publicityId);
    const running = await runningBy(staff);
    const counts = { all: 4, preparing: 1, running: 1, endingSoon: 0, ended: 2, objected: 1, stated: 0 };
    expect(await countPublicity(staff.webmaster)).toEqual({ ...counts, openObjections: 2 });
    moveTo(new Date(((await listRow(staff.secretary, running.publicityId)).endsAt?.getTime() ?? 0) - 3_600_000));
    expect(await countPublicity(staff.secretary)).toEqual({ ...counts, endingSoon: 1, openObjections: 2 });
    const idsIn = async (tab: "endingSoon" | "objected") =>
      (await listPublicity(staff.webmaster, { tab, limit: 30 })).items.map(({ id }) => id);
    expect(await idsIn("endingSoon")).toEqual([running.publicityId]);
    expect(await idsIn("objected")).toEqual([objected.publicityId]);
  });

  test("tell a contributor, and another branch, nothing", async () => {
    const { staff } = await clockedBranch();
    await runningBy(staff);
    await expect(countPublicity(staff.contributor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await countPublicity((await clockedBranch()).staff.secretary)).toMatchObject({ all: 0, running: 0 });
  });
});
