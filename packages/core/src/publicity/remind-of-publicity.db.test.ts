import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { provideTestDataKeys } from "../testing/data-keys.ts";
import { endPublicity } from "./end-publicity.ts";
import { receiveObjection } from "./receive-objection.ts";
import { remindOfPublicity } from "./remind-of-publicity.ts";
import { listRow, preparePublicity, publicityBranch, runningBy, submittedBy } from "./testing/publicity-for-tests.ts";

provideTestDataKeys();

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const at = (local: string): Date => new Date(`${local}:00+08:00`);

/** A branch whose clock stands where a test puts it; a Monday far from other tests' lists to begin with. */
async function remindedBranch() {
  let now = at("2041-11-04T09:00");
  const clock = () => now;
  const { branch, staff } = await publicityBranch(clock);
  const names = new Map(Object.values(staff).map(({ actor }) => [actor.userId as string, actor.displayName]));
  const remindAt = async (local: string) => {
    now = at(local);
    await remindOfPublicity(clock);
  };
  /** Who was reminded of what, the words `publicity.` left out. */
  const reminded = async () => {
    const kinds = ["unsigned", "endsTomorrow", "statementDue", "objectionUnaccepted", "objectionUndecided"];
    const rows = await withOffice((tx) =>
      tx.notification.findMany({
        where: { branchId: branch.tenantId, kind: { in: kinds.map((kind) => `publicity.${kind}`) } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      }),
    );
    return rows.map(({ kind, userId }) => [kind.slice("publicity.".length), names.get(userId) ?? "the office"]);
  };
  const setClock = (instant: Date) => (now = instant);
  return { branch, staff, clock, setClock, remindAt, reminded };
}

test("the secretary is reminded of a list that waits for the signature, once however often the job runs", async () => {
  const { staff, remindAt, reminded } = await remindedBranch();
  const submitted = await submittedBy(staff.organiser);
  await remindAt("2041-11-05T18:00");
  expect(await reminded()).toEqual([]);
  await Promise.all([remindAt("2041-11-06T08:00"), remindAt("2041-11-06T08:00")]);
  await remindAt("2041-11-07T09:00");
  expect(await reminded()).toEqual([["unsigned", staff.secretary.actor.displayName]]);
  const [notice] = await withOffice((tx) =>
    tx.notification.findMany({ where: { kind: "publicity.unsigned", branchId: staff.secretary.tenantId } }),
  );
  expect(notice?.path).toBe(`/:branch/publicity/${submitted.publicityId}`);
});

test("secretary and preparer are reminded the day before it ends, the secretary of the statement and the objection", async () => {
  const { branch, staff, clock, setClock, remindAt, reminded } = await remindedBranch();
  const { publicityId } = await runningBy(staff);
  const { no, endsAt } = await listRow(staff.secretary, publicityId);
  if (!endsAt) throw new Error("it does not run");
  const dayBefore = new Date(endsAt.getTime() - 2 * 86_400_000 + 9 * 3_600_000);
  await receiveObjection(
    branch.tenantId,
    no,
    { text: "名单中有一人不符合条件，请核实。", name: "", contact: "" },
    clock,
  );
  setClock(dayBefore);
  await remindOfPublicity(clock);
  const [secretary, organiser] = [staff.secretary.actor.displayName, staff.organiser.actor.displayName];
  const first = await reminded();
  expect(first).toHaveLength(3);
  expect(first).toEqual(
    expect.arrayContaining([
      ["endsTomorrow", secretary],
      ["endsTomorrow", organiser],
      ["objectionUnaccepted", secretary],
    ]),
  );
  setClock(endsAt);
  await endPublicity(branch.tenantId, publicityId, clock);
  // Held by the objection, which has been open too long meanwhile.
  await remindAt("2041-12-02T09:00");
  const stages = (await reminded()).map(([stage]) => stage);
  expect(stages).toContain("objectionUndecided");
  expect(stages).not.toContain("statementDue");
  await withOffice((tx) =>
    tx.objection.updateMany({
      where: { tenantId: branch.tenantId },
      data: { state: "not_upheld", decidedAt: at("2041-12-02T09:00") },
    }),
  );
  await remindAt("2041-12-04T09:00");
  expect((await reminded()).filter(([stage]) => stage === "statementDue")).toEqual([["statementDue", secretary]]);
});
