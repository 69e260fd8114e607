import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { getStorage, storageKey } from "../kernel/storage.ts";
import { purgeOrphanMedia } from "../media/purge-orphan-media.ts";
import { eicar } from "../media/testing/eicar.ts";
import { makePdf } from "../media/testing/make-pdf.ts";
import { makePhoto } from "../media/testing/make-picture.ts";
import { provideStorage } from "../media/testing/storage-for-tests.ts";
import { withFile } from "../media/testing/with-file.ts";
import { memberOf } from "../testing/contexts.ts";
import { provideTestDataKeys } from "../testing/data-keys.ts";
import { endPublicity } from "./end-publicity.ts";
import { listObjections, readObjection } from "./handle-objection.ts";
import { keepObjectionFile, objectionFilesRoot } from "./objection-file.ts";
import { purgeObjectionFiles } from "./purge-objection-files.ts";
import { readObjectionFile } from "./read-objection-file.ts";
import { receiveObjection } from "./receive-objection.ts";
import { listRow, preparePublicity, publicityBranch, runningBy } from "./testing/publicity-for-tests.ts";

provideTestDataKeys();
provideStorage();

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const begin = new Date("2041-11-04T09:00:00+08:00");
const words = { text: "名单中有一人不符合条件，请核实其培养时间。", name: "", contact: "" };
const pdf = makePdf({ objects: ["(the proof nobody else may read)"] });

/** A running list and a way to object to it with a file. */
async function objectable() {
  let now = begin;
  const clock = () => now;
  const { branch, staff } = await publicityBranch(clock);
  const { publicityId } = await runningBy(staff);
  const { no, endsAt } = await listRow(staff.secretary, publicityId);
  const object = (content: Uint8Array, name: string) =>
    withFile(content, (path) => receiveObjection(branch.tenantId, no, words, clock, { path, name }));
  const received = async () => {
    const [objection] = await listObjections(staff.secretary, { publicityId });
    if (!objection) throw new Error("nothing was received");
    return { objectionId: objection.id };
  };
  const end = async () => {
    now = endsAt ?? now;
    await endPublicity(branch.tenantId, publicityId, clock);
  };
  const stored = () => Array.fromAsync(getStorage().listFolders(`${objectionFilesRoot}/${branch.tenantId}`));
  return { branch, staff, publicityId, object, received, end, stored };
}

describe("the file of an objection", () => {
  test("is stored sealed, its name too, and reaches the secretary as it was, on record", async () => {
    const { branch, staff, object, received } = await objectable();
    await object(pdf, "张三的 证明.pdf");
    const ref = await received();
    const row = await withOffice((tx) =>
      tx.objection.findUniqueOrThrow({ where: { tenantId_id: { tenantId: branch.tenantId, id: ref.objectionId } } }),
    );
    expect(JSON.stringify(row)).not.toContain("张三");
    const inStorage = await getStorage().get(row.fileKey);
    const bytes = inStorage ? await buffer(inStorage.stream) : Buffer.alloc(0);
    expect(bytes.length).toBeGreaterThan(pdf.length);
    for (const plain of ["%PDF", "proof"]) expect(bytes.includes(plain)).toBe(false);

    expect((await readObjection(staff.secretary, ref)).file).toEqual({
      name: "张三的 证明.pdf",
      mime: "application/pdf",
      bytes: pdf.length,
    });
    const { content, ...facts } = await readObjectionFile(staff.secretary, ref);
    expect(facts).toMatchObject({ name: "张三的 证明.pdf", mime: "application/pdf" });
    expect(content.equals(pdf)).toBe(true);
    const trail = await withOffice((tx) =>
      tx.auditEntry.findMany({ where: { tenantId: branch.tenantId, action: "objection.readFile" } }),
    );
    expect(trail).toMatchObject([{ actorId: staff.secretary.actor.userId, subjectId: ref.objectionId }]);
    expect(JSON.stringify(trail)).not.toContain("张三");
  });

  test("is a picture without the place and the telephone it came from", async () => {
    const { staff, object, received } = await objectable();
    await object(await makePhoto(), "现场.jpeg");
    const { content, name, mime } = await readObjectionFile(staff.secretary, await received());
    expect([name, mime]).toEqual(["现场.jpeg", "image/jpeg"]);
    expect(content.includes("SecretPhone")).toBe(false);
    expect((await sharp(content).metadata()).exif).toBeUndefined();
  });

  test("is opened to the office, to nobody else of the branch, and exists in no other branch", async () => {
    const { branch, staff, object, received } = await objectable();
    await object(pdf, "证明.pdf");
    const ref = await received();
    for (const ctx of [staff.contributor, staff.webmaster, staff.organiser])
      await expect(readObjectionFile(ctx, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { staff: foreign } = await publicityBranch(() => begin);
    await expect(readObjectionFile(foreign.secretary, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const nobody = await memberOf(branch, []);
    const office = { ...nobody, actor: { ...nobody.actor, roles: { branch: [], college: ["office"] as const } } };
    expect((await readObjectionFile(office, ref)).content.equals(pdf)).toBe(true);
  });

  test("is not there where the objection came without one", async () => {
    const { branch, staff, publicityId, received } = await objectable();
    const { no } = await listRow(staff.secretary, publicityId);
    await receiveObjection(branch.tenantId, no, words, () => begin);
    const ref = await received();
    expect((await readObjection(staff.secretary, ref)).file).toBeNull();
    await expect(readObjectionFile(staff.secretary, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("can't be put in another's place", async () => {
    const { branch, staff, object, received } = await objectable();
    await object(pdf, "证明.pdf");
    const ref = await received();
    const where = { tenantId_id: { tenantId: branch.tenantId, id: ref.objectionId } };
    const other = await withFile(pdf, (path) =>
      keepObjectionFile(branch.tenantId, "01999999-0000-7000-8000-000000000000", { path, name: "别的.pdf" }),
    );
    await withOffice((tx) => tx.objection.update({ where, data: { fileKey: other.fileKey } }));
    await expect(readObjectionFile(staff.secretary, ref)).rejects.toThrow(/authenticate/u);
  });
});

describe("a file that is refused", () => {
  test.each([
    ["is infected", Buffer.from(eicar), "说明.txt", "media.infected"],
    ["is a program", Buffer.from("MZ"), "说明.exe", "media.typeRefused"],
    ["is not what its suffix says", pdf, "说明.docx", "media.typeMismatch"],
    ["hides its suffix", pdf, "说明.exe.pdf", "media.doubleSuffix"],
  ] as const)("because it %s leaves neither objection nor file", async (_why, content, name, reason) => {
    const { staff, publicityId, object, stored } = await objectable();
    await expect(object(content, name)).rejects.toMatchObject({ code: "INVALID", reason });
    expect(await listObjections(staff.secretary, { publicityId })).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  test("because the list is over is not even stored", async () => {
    const { object, end, stored } = await objectable();
    await end();
    await expect(object(pdf, "证明.pdf")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await stored()).toEqual([]);
  });
});

test("the purge removes what no objection leads to after a day, and nothing that one does, nor does media's", async () => {
  const { branch, object, received, stored } = await objectable();
  await object(pdf, "证明.pdf");
  const { objectionId } = await received();
  // An id of 2020: of a process that died between file and row.
  const lost = "0170a1b2-c3d4-7000-8000-000000000001";
  await getStorage().put(storageKey(objectionFilesRoot, branch.tenantId, lost, "sealed"), Buffer.from("sealed"));
  const soon = new Date(Number.parseInt(lost.replaceAll("-", "").slice(0, 12), 16) + 3_600_000);
  await purgeObjectionFiles(soon);
  expect((await stored()).toSorted()).toEqual([lost, objectionId].toSorted());
  const later = new Date("2099-01-01T00:00:00Z");
  await Promise.all([purgeObjectionFiles(later), purgeObjectionFiles(later)]);
  await purgeOrphanMedia(later);
  expect(await stored()).toEqual([objectionId]);
  await purgeObjectionFiles(later);
  const records = await withOffice((tx) =>
    tx.auditEntry.findMany({ where: { tenantId: branch.tenantId, action: "objection.purgeFiles" } }),
  );
  // The two at once may both have seen it; a run that finds nothing leaves no line.
  expect([1, 2]).toContain(records.length);
  for (const record of records)
    expect(record).toMatchObject({ subjectType: "branch", actorId: null, changes: { count: 1 }, at: later });
});
