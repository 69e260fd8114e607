import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice, withReader } from "@zhibu/db/scope";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { provideTestDataKeys } from "../testing/data-keys.ts";
import { endPublicity } from "./end-publicity.ts";
import { findObjectionProgress } from "./find-objection-progress.ts";
import { handleObjection, listObjections, readObjection } from "./handle-objection.ts";
import { findPublicity } from "./published/find-publicity.ts";
import { receiveObjection } from "./receive-objection.ts";
import { statePublicity } from "./state-publicity.ts";
import { tellOfObjections } from "./tell-of-objections.ts";
import { listRow, preparePublicity, publicityBranch, runningBy } from "./testing/publicity-for-tests.ts";

provideTestDataKeys();

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const words = "名单中有一人不符合条件，请核实其培养时间。";

/** A list that runs beyond the database's own clock, and an objection to it. */
async function objected(change: { name?: string; contact?: string } = {}) {
  let now = new Date("2041-11-04T09:00:00+08:00");
  const { staff } = await publicityBranch(() => now);
  const { publicityId } = await runningBy(staff);
  const { tenantId } = staff.secretary;
  const { no, endsAt } = await listRow(staff.secretary, publicityId);
  const { receipt } = await receiveObjection(
    tenantId,
    no,
    { text: words, name: "", contact: "", ...change },
    () => now,
  );
  const [objection] = await listObjections(staff.secretary, { publicityId });
  if (!objection || !endsAt) throw new Error("nothing was received");
  const end = async () => {
    now = endsAt;
    await endPublicity(tenantId, publicityId, () => now);
  };
  return { staff, tenantId, publicityId, no, receipt, objection, end, now: () => now };
}

describe("an objection", () => {
  test("is sealed: neither words nor sender nor receipt stand in the database", async () => {
    const { tenantId, receipt } = await objected({ name: "张实名", contact: "office@example.com" });
    const [row] = await withOffice(
      (tx) => tx.$queryRaw<{ row: string }[]>`
      SELECT to_jsonb(o)::text AS row FROM objection o WHERE tenant_id = ${tenantId}::uuid`,
    );
    for (const secret of [words.slice(0, 6), "张实名", "office@example.com", receipt]) {
      expect(row?.row).not.toContain(secret);
    }
  });

  test("is read by secretary alone, and each reading is in the trail", async () => {
    const { staff, objection, tenantId } = await objected({ name: "张实名", contact: "13800138000" });
    expect(await readObjection(staff.secretary, { objectionId: objection.id })).toMatchObject({
      text: words,
      name: "张实名",
      named: true,
    });
    for (const person of [staff.webmaster, staff.organiser, staff.contributor]) {
      await expect(readObjection(person, { objectionId: objection.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(
      await withOffice((tx) =>
        tx.auditEntry.count({ where: { tenantId, action: "objection.read", subjectId: objection.id } }),
      ),
    ).toBe(1);
  });

  test("can be followed by whoever holds the receipt, on this branch's site alone", async () => {
    const { tenantId, receipt } = await objected();
    const other = await objected();
    expect(await findObjectionProgress(tenantId, receipt)).toMatchObject({ state: "received", decidedAt: null });
    expect(await findObjectionProgress(other.tenantId, receipt)).toBeNull();
    expect(await findObjectionProgress(tenantId, "000000000000")).toBeNull();
  });

  test("readers can't list any", async () => {
    const { tenantId } = await objected();
    await expect(withReader(tenantId, (tx) => tx.objection.findMany())).rejects.toThrow(/permission denied/u);
  });

  test("is told to the secretary once", async () => {
    const { staff, tenantId, now } = await objected();
    expect(await tellOfObjections(tenantId, now)).toBe(0);
    const told = await withOffice((tx) =>
      tx.notification.count({
        where: { branchId: tenantId, kind: "publicity.objected", userId: staff.secretary.actor.userId },
      }),
    );
    expect(told).toBe(1);
  });

  test("to a list that is over, or of another branch, is not taken", async () => {
    const { tenantId, no, end, now } = await objected();
    await expect(receiveObjection(tenantId, no + 7, { text: words, name: "", contact: "" }, now)).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
    await end();
    await expect(receiveObjection(tenantId, no, { text: words, name: "", contact: "" }, now)).rejects.toMatchObject({
      code: "NOT_FOUND",
      reason: "objection.notRunning",
    });
  });
});

describe("its handling", () => {
  const step = (
    objectionId: string,
    version: number,
    action: "accept" | "investigate" | "uphold" | "dismiss",
    answer = "",
  ) => ({
    objectionId,
    version,
    action,
    record: "已与相关人员谈话并查阅材料。",
    answer,
  });

  test("holds the result statement until it is decided, and the stub tells the number", async () => {
    const { staff, tenantId, publicityId, no, objection, end, receipt } = await objected();
    await end();
    const ended = await listRow(staff.secretary, publicityId);
    expect(ended.statement).toContain("收到异议1件");
    const statement = { publicityId, version: ended.version, statement: ended.statement };
    await expect(statePublicity(staff.secretary, statement)).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "publicity.openObjections",
    });
    await handleObjection(staff.secretary, step(objection.id, 0, "accept"));
    await handleObjection(staff.secretary, step(objection.id, 1, "investigate"));
    await handleObjection(staff.secretary, step(objection.id, 2, "dismiss"));
    expect(await findObjectionProgress(tenantId, receipt)).toMatchObject({ state: "not_upheld" });
    await statePublicity(staff.secretary, statement);
    expect(await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no))).toMatchObject({
      state: "stated",
      objections: { received: 1, open: 0 },
    });
  });

  test("a named sender gets an answer, or nothing is decided", async () => {
    const { staff, objection } = await objected({ name: "张实名", contact: "0373-3831234" });
    await handleObjection(staff.secretary, step(objection.id, 0, "accept"));
    await handleObjection(staff.secretary, step(objection.id, 1, "investigate"));
    await expect(handleObjection(staff.secretary, step(objection.id, 2, "uphold"))).rejects.toMatchObject({
      reason: "objection.answerMissing",
    });
    await handleObjection(staff.secretary, step(objection.id, 2, "uphold", "经核实，您反映的情况属实。"));
    const read = await readObjection(staff.secretary, { objectionId: objection.id });
    expect(read).toMatchObject({ state: "upheld", answer: "经核实，您反映的情况属实。" });
    expect(read.events.map(({ action }) => action)).toEqual(["accept", "investigate", "uphold"]);
  });

  test("steps are not skipped, stale versions and foreign branches are refused", async () => {
    const { staff, objection, publicityId } = await objected();
    const other = await objected();
    await expect(handleObjection(staff.secretary, step(objection.id, 0, "uphold"))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(handleObjection(staff.secretary, step(objection.id, 5, "accept"))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(handleObjection(other.staff.secretary, step(objection.id, 0, "accept"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(listObjections(other.staff.secretary, { publicityId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
