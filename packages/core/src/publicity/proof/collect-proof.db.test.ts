import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice, withReader } from "@zhibu/db/scope";
import { auditHash, canonicalHash } from "../../audit/audit-hash.ts";
import { connectQueue, disconnectQueue } from "../../kernel/queue.ts";
import { provideTestDataKeys } from "../../testing/data-keys.ts";
import { officerOf } from "../../testing/office.ts";
import { endPublicity } from "../end-publicity.ts";
import { handleObjection, listObjections } from "../handle-objection.ts";
import { findPublicity } from "../published/find-publicity.ts";
import { receiveObjection } from "../receive-objection.ts";
import { savePublicity } from "../save-publicity.ts";
import { signCorrection } from "../sign-publicity.ts";
import { statePublicity } from "../state-publicity.ts";
import { submitPublicity } from "../submit-publicity.ts";
import {
  draftedBy,
  listRow,
  preparePublicity,
  publicityBranch,
  runningBy,
  sampleDraft,
  sampleNames,
} from "../testing/publicity-for-tests.ts";
import { withdrawPublicity } from "../withdraw-publicity.ts";
import { collectProof } from "./collect-proof.ts";

provideTestDataKeys();

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const at = (local: string): Date => new Date(`${local}:00+08:00`);
const sender = { text: "名单中有一人不符合条件，请核实其培养时间。", name: "张实名", contact: "0373-7777123" };
const record = "已与相关人员谈话并查阅材料。";
const answer = "经核实，情况不属实。";

/** A list that runs beyond the database's own clock, under a clock the test moves. */
async function running() {
  let now = at("2041-11-04T09:00");
  const { staff } = await publicityBranch(() => now);
  const { publicityId } = await runningBy(staff);
  const prove = (ctx = staff.secretary) => collectProof(ctx, { publicityId, format: "pdf" });
  const row = () => listRow(staff.secretary, publicityId);
  return {
    ...{ staff, tenantId: staff.secretary.tenantId, publicityId, prove, row },
    now: () => now,
    set: (to: Date) => (now = to),
  };
}

type Running = Awaited<ReturnType<typeof running>>;

/** Somebody objects by name, and it is handled to its end. */
async function objected({ staff, tenantId, publicityId, row, now }: Running): Promise<void> {
  await receiveObjection(tenantId, (await row()).no, sender, now);
  const [objection] = await listObjections(staff.secretary, { publicityId });
  const steps = ["accept", "investigate", "dismiss"] as const;
  for (const [version, action] of steps.entries())
    await handleObjection(staff.secretary, { objectionId: objection?.id ?? "", version, action, record, answer });
}

/** A name was written wrong: prepared anew, signed, and the period begins again. */
async function corrected({ staff, publicityId, row }: Running): Promise<void> {
  const draft = sampleDraft({ entries: [{ name: "示例丁", unit: "2023级护理学1班" }] });
  const saved = await savePublicity(staff.organiser, { publicityId, version: (await row()).version, draft });
  const submitted = await submitPublicity(staff.organiser, saved);
  await signCorrection(staff.secretary, { ...submitted, reason: "姓名有误，更正后重新公示。" });
}

describe("a proof", () => {
  test("holds the page as readers see it, with the hash they see, and who prepared and signed it", async () => {
    const list = await running();
    const { staff, tenantId } = list;
    const proof = await list.prove();
    const { no } = await list.row();
    const shown = await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no));
    const [text] = proof.texts;
    expect(shown).toMatchObject({ kind: "running", ...text?.shown, hash: text?.hash, entries: text?.signed.entries });
    expect(text).toMatchObject({
      hashHolds: true,
      preparedName: staff.organiser.actor.displayName,
      signedByName: staff.secretary.actor.displayName,
      lastDay: "2041-11-11",
    });
    expect(canonicalHash(text?.signed)).toBe(text?.hash);
    expect(proof).toMatchObject({
      statement: null,
      objections: [],
      template: {
        number: 1,
        legalBasis: "《中国共产党发展党员工作细则》第三章；实施意见二（二）。",
        assessment: { assessedBy: "党务办公室" },
      },
    });
  });

  test("holds each text that was shown, with its own period and the day it named", async () => {
    const list = await running();
    list.set(at("2041-11-06T10:30"));
    await corrected(list);
    const { texts } = await list.prove();
    expect(texts).toMatchObject([
      { number: 1, startsAt: at("2041-11-04T09:00"), endsAt: at("2041-11-06T10:30"), lastDay: "2041-11-11" },
      { number: 2, startsAt: at("2041-11-06T10:30"), lastDay: "2041-11-13", reason: "姓名有误，更正后重新公示。" },
    ]);
    expect(texts[0]?.shown.notice).toContain("2041年11月11日");
    expect(texts.map(({ signed }) => signed.entries.map(({ name }) => name))).toEqual([[...sampleNames], ["示例丁"]]);
  });

  test("tells of objections how many and how far, and nothing of whose they are or what they say", async () => {
    const list = await running();
    await objected(list);
    await receiveObjection(list.tenantId, (await list.row()).no, { ...sender, name: "", contact: "" }, list.now);
    const proof = await list.prove();
    expect(proof.objections).toMatchObject([
      { named: true, state: "not_upheld", decidedAt: list.now() },
      { named: false, state: "received", decidedAt: null, steps: [] },
    ]);
    expect(proof.objections[0]?.steps.map(({ action }) => action)).toEqual(["accept", "investigate", "dismiss"]);
    const all = JSON.stringify(proof);
    for (const secret of [sender.text.slice(0, 8), sender.name, sender.contact, record, answer]) {
      expect(all).not.toContain(secret);
    }
  });

  test("holds the list's records of the trail as they are chained", async () => {
    const list = await running();
    const { trail } = await list.prove();
    expect(trail.map(({ action }) => action)).toEqual([
      ...["publicity.create", "publicity.edit", "publicity.submit", "publicity.sign", "publicity.start"],
    ]);
    for (const { hash, ...recorded } of trail) expect(auditHash(recorded)).toBe(hash);
  });

  test("says so when what is stored is not what was signed", async () => {
    const list = await running();
    // A text nobody signed, put in the signed one's place by somebody with the database in their hands.
    const { textId } = await list.row();
    const { tenantId } = list;
    await withOffice(async (tx) => {
      const where = { tenantId_id: { tenantId, id: textId ?? "" } };
      const { title, columns, files, contact, ...text } = await tx.publicityText.findUniqueOrThrow({ where });
      const entries = [{ name: "旁人", unit: "2023级护理学1班" }];
      const json = { columns: columns ?? [], files: files ?? [], contact: contact ?? {}, entries };
      await tx.publicityText.create({ data: { ...text, ...json, title, id: newId(), number: 2 } });
    });
    expect((await list.prove()).texts.map(({ hashHolds }) => hashHolds)).toEqual([true, false]);
  });

  test("can be had when it is over and stated, and after it was withdrawn", async () => {
    const list = await running();
    const { endsAt } = await list.row();
    list.set(endsAt ?? list.now());
    await endPublicity(list.tenantId, list.publicityId, list.now);
    const ended = await list.row();
    expect(await list.prove()).toMatchObject({ list: { state: "ended", endedAt: endsAt }, statement: null });
    const { publicityId } = list;
    await statePublicity(list.staff.secretary, { publicityId, version: ended.version, statement: ended.statement });
    expect(await list.prove()).toMatchObject({ list: { state: "stated" }, statement: { text: ended.statement } });

    const other = await running();
    other.set(at("2041-11-05T12:00"));
    const reason = "名单有误，另行公示。";
    const { version } = await other.row();
    await withdrawPublicity(other.staff.secretary, { publicityId: other.publicityId, version, reason });
    expect(await other.prove()).toMatchObject({
      list: { state: "withdrawn", withdrawReason: reason },
      texts: [{ endsAt: at("2041-11-05T12:00") }],
    });
  });
});

describe("who may take it out", () => {
  test("the secretary, the organiser and the office; each making is in the trail", async () => {
    const list = await running();
    const office = await officerOf(["office"], list.now);
    const { userId, displayName, roles: college } = office.actor;
    const actor = { userId, displayName, roles: { branch: [], college } };
    await list.prove();
    await list.prove(list.staff.organiser);
    await list.prove({ ...list.staff.secretary, actor });
    for (const person of [list.staff.webmaster, list.staff.contributor])
      await expect(list.prove(person)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { tenantId, publicityId } = list;
    expect(
      await withOffice((tx) =>
        tx.auditEntry.count({ where: { tenantId, action: "publicity.prove", subjectId: publicityId } }),
      ),
    ).toBe(3);
  });

  test("another branch's list does not exist", async () => {
    const [list, other] = [await running(), await running()];
    await expect(list.prove(other.staff.secretary)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a list that never began proves nothing", async () => {
    const { staff } = await publicityBranch(() => at("2041-11-04T09:00"));
    const { publicityId } = await draftedBy(staff.organiser);
    await expect(collectProof(staff.secretary, { publicityId, format: "zip" })).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "publicity.nothingToProve",
    });
  });
});
