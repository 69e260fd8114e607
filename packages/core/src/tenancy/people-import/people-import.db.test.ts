import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, inject, test, vi } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { newUser, type TestBranch } from "@zhibu/db/testing/factories";
import type {} from "@zhibu/db/testing/global-setup";
import type { OfficeContext } from "../../kernel/context.ts";
import { newBranch } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { cancelImport, confirmImport } from "./confirm-import.ts";
import { getImport } from "./get-import.ts";
import { sweepImports, workImport } from "./import-jobs.ts";
import { listImportRows } from "./list-import-rows.ts";
import { previewPeopleImport } from "./preview-people-import.ts";
import { batchRows, takeInBatch } from "./take-in-batch.ts";
import { freshMark, soundRows, upload, workbook, type FileRow } from "./testing/people-file.ts";
import { plantErrors } from "./testing/planted-errors.ts";

const workerScript = fileURLToPath(new URL("./testing/import-worker.ts", import.meta.url));

let office: OfficeContext;
let branches: TestBranch[];

beforeAll(async () => {
  office = await officerOf();
  branches = await Promise.all(Array.from({ length: 8 }, newBranch));
});

async function preview(rows: readonly FileRow[]): Promise<string> {
  const { importId } = await previewPeopleImport(office, upload(await workbook(rows)));
  return importId;
}

async function confirmed(rows: readonly FileRow[]): Promise<string> {
  const importId = await preview(rows);
  await confirmImport(office, { importId, version: 0, goodOnly: false });
  return importId;
}

async function problemsOf(importId: string) {
  const { items } = await listImportRows(office, { importId, show: "bad", limit: 200 });
  return items.flatMap(({ rowNo, problems }) => problems.map(({ column, reason }) => ({ rowNo, column, reason })));
}

/** The people an import made, with what they hold. */
async function peopleOf(mark: string) {
  return withOffice((tx) =>
    tx.user.findMany({
      where: { OR: [{ loginName: { startsWith: `p${mark}` } }, { displayName: { startsWith: mark } }] },
      include: { branchRoles: true },
    }),
  );
}

const named = (mark: string, count: number): FileRow[] =>
  Array.from({ length: count }, (_, index) => [
    "重名测试",
    `p${mark}${index}`,
    "",
    branches[0]?.name ?? "",
    "信息员",
    "2026-01-01",
    "",
  ]);

describe("5,000 rows with 37 planted errors", () => {
  test("the preview names each with row, column and reason, and nothing else is written; then the good rows go in", async () => {
    const mark = freshMark();
    const somebody = await newUser("别人甲");
    const disabled = await newUser("停用乙");
    const email = `${mark}@other.example.edu.cn`;
    const archived = await newBranch();
    await withOffice(async (tx) => {
      await tx.user.update({ where: { id: somebody.userId }, data: { email } });
      await tx.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
      await tx.branch.update({ where: { id: archived.tenantId }, data: { state: "archived" } });
    });
    const rows = soundRows(5_000, branches, mark);
    const planted = plantErrors(rows, {
      archived: archived.name,
      somebodysLogin: somebody.loginName,
      somebodysEmail: email,
      disabledLogin: disabled.loginName,
      disabledName: disabled.displayName,
    });
    expect(planted).toHaveLength(37);
    const bytes = await workbook(rows);
    const { importId } = await previewPeopleImport(office, upload(bytes));
    expect(await problemsOf(importId)).toEqual(planted);
    expect(await getImport(office, { importId })).toMatchObject({
      state: "previewed",
      rowsTotal: 5_000,
      rowsBad: 37,
      rowsDone: 0,
    });
    expect(await peopleOf(mark)).toEqual([]);
    for (const { tenantId } of branches) {
      expect(await withOffice((tx) => tx.branchRole.count({ where: { tenantId } }))).toBe(0);
      expect(await withOffice((tx) => tx.auditEntry.count({ where: { tenantId } }))).toBe(0);
    }
    const stored = await withOffice((tx) => tx.importRow.findMany({ where: { importId }, select: { data: true } }));
    expect(JSON.stringify(stored)).not.toContain("110105194912");

    expect(await reasonOf(confirmImport(office, { importId, version: 0, goodOnly: false }))).toBe("import.hasProblems");
    await confirmImport(office, { importId, version: 0, goodOnly: true });
    await workImport(importId, office.now);
    expect(await getImport(office, { importId })).toMatchObject({ state: "done", rowsDone: 4_963, rowsBad: 37 });
    const appointments = await withOffice((tx) =>
      tx.branchRole.count({ where: { tenantId: { in: branches.map(({ tenantId }) => tenantId) } } }),
    );
    expect(appointments).toBe(4_963);
  }, 300_000);
});

describe("a crash in the middle", () => {
  test("loses the batch it happened in and nothing else; the next worker takes in each person exactly once", async () => {
    const mark = freshMark();
    const importId = await confirmed(named(mark, 3 * batchRows + 50));
    let calls = 0;
    const dying = () => {
      calls += 1;
      if (calls === 3) throw new Error("the power went");
      return new Date();
    };
    await expect(workImport(importId, dying)).rejects.toThrow("the power went");
    expect(await getImport(office, { importId })).toMatchObject({ state: "running", rowsDone: 2 * batchRows });
    expect(await peopleOf(mark)).toHaveLength(2 * batchRows);
    await Promise.all([workImport(importId, office.now), workImport(importId, office.now)]);
    expect(await getImport(office, { importId })).toMatchObject({ state: "done", rowsDone: 3 * batchRows + 50 });
    const people = await peopleOf(mark);
    expect(people).toHaveLength(3 * batchRows + 50);
    expect(people.every(({ branchRoles }) => branchRoles.length === 1)).toBe(true);
  }, 180_000);

  test("a worker that is killed leaves whole batches behind, and the import is finished by the next", async () => {
    const mark = freshMark();
    const rows = 10 * batchRows;
    const importId = await confirmed(named(mark, rows));
    const worker = spawn(process.execPath, [workerScript, inject("appUrl"), importId], { stdio: "ignore" });
    const exited = once(worker, "exit");
    await vi.waitUntil(async () => (await getImport(office, { importId })).rowsDone > 0, {
      timeout: 30_000,
      interval: 20,
    });
    worker.kill("SIGKILL");
    expect(await exited).toEqual([null, "SIGKILL"]);
    const { rowsDone, state } = await getImport(office, { importId });
    expect(state).toBe("running");
    expect(rowsDone).toBeLessThan(rows);
    expect(await peopleOf(mark)).toHaveLength(rowsDone);
    await sweepImports(() => new Date(Date.now() + 60_000));
    expect(await getImport(office, { importId })).toMatchObject({ state: "done", rowsDone: rows });
    const people = await peopleOf(mark);
    expect(people).toHaveLength(rows);
    expect(people.every(({ branchRoles }) => branchRoles.length === 1)).toBe(true);
  }, 180_000);

  test("a run nobody works on is taken up by the clock, one that moves is left alone", async () => {
    const mark = freshMark();
    const importId = await confirmed(named(mark, 5));
    const seconds = (count: number) => () => new Date(Date.now() + count * 1_000);
    await sweepImports(seconds(10));
    expect(await peopleOf(mark)).toHaveLength(0);
    await sweepImports(seconds(40));
    expect(await peopleOf(mark)).toHaveLength(5);
    await workImport(importId, office.now);
    expect(await peopleOf(mark)).toHaveLength(5);
  });
});

test("cancelling stops between two batches; what was taken in stays and is counted", async () => {
  const mark = freshMark();
  const importId = await confirmed(named(mark, 2 * batchRows));
  await takeInBatch(importId, office.now);
  const cancelled = await cancelImport(office, { importId });
  expect(cancelled).toMatchObject({ state: "cancelled", rowsDone: batchRows, stoppedByName: office.actor.displayName });
  await workImport(importId, office.now);
  expect(await peopleOf(mark)).toHaveLength(batchRows);
  expect(await reasonOf(cancelImport(office, { importId }))).toBe("import.ended");
});

describe("between preview and batch", () => {
  test("a login name given away is left out with its reason; a suggested one never takes one the file asks for", async () => {
    const [branch] = branches;
    const mark = freshMark();
    const term = [branch?.name ?? "", "信息员", "2026-01-01", ""] as const;
    const name = "潘让道";
    const importId = await confirmed([
      [name, "", "", ...term],
      ["另一人", "panrangdao", "", ...term],
      ["第三人", `p${mark}`, "", ...term],
    ]);
    await withOffice((tx) =>
      tx.user.create({ data: { id: crypto.randomUUID(), loginName: `p${mark}`, displayName: "抢先者" } }),
    );
    await workImport(importId, office.now);
    expect(await problemsOf(importId)).toEqual([{ rowNo: 4, column: "B", reason: "loginNameOfOther" }]);
    expect(await getImport(office, { importId })).toMatchObject({ state: "done", rowsDone: 2, rowsBad: 1 });
    const made = await withOffice((tx) => tx.user.findMany({ where: { displayName: { in: [name, "另一人"] } } }));
    expect(Object.fromEntries(made.map(({ displayName, loginName }) => [displayName, loginName]))).toEqual({
      另一人: "panrangdao",
      [name]: "panrangdao2",
    });
  });

  test("an archived branch takes nobody in", async () => {
    const branch = await newBranch();
    const importId = await confirmed([["刘晚到", "", "", branch.name, "信息员", "2026-01-01", ""]]);
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { state: "archived" } }));
    await workImport(importId, office.now);
    expect(await problemsOf(importId)).toEqual([{ rowNo: 2, column: "D", reason: "branchArchived" }]);
  });
});

test("one person in several rows becomes one person with several roles, on record in each branch", async () => {
  const mark = freshMark();
  const [first, second] = [await newBranch(), await newBranch()];
  const importId = await confirmed([
    ["双任职", `p${mark}`, `${mark}@example.edu.cn`, first.name, "书记", "2026-01-01", ""],
    ["双任职", `p${mark}`, `${mark}@example.edu.cn`, second.name, "组织员", "2026-01-01", ""],
  ]);
  await workImport(importId, office.now);
  const [person, ...others] = await peopleOf(mark);
  expect(others).toEqual([]);
  expect(person).toMatchObject({ email: `${mark}@example.edu.cn` });
  expect(new Map(person?.branchRoles.map(({ role, appointedById }) => [role, appointedById]))).toEqual(
    new Map([
      ["secretary", office.actor.userId],
      ["organiser", office.actor.userId],
    ]),
  );
  for (const { tenantId } of [first, second]) {
    const trail = await withOffice((tx) =>
      tx.auditEntry.findMany({ where: { tenantId, subjectId: person?.id ?? "" } }),
    );
    expect(trail).toMatchObject([
      { action: "appointment.make", actorName: office.actor.displayName, changes: { importId } },
    ]);
  }
  // The same file again: everybody is there already.
  const again = await preview([["双任职", "", "", first.name, "书记", "2026-01-01", ""]]);
  expect(await problemsOf(again)).toEqual([{ rowNo: 2, column: "A", reason: "alreadyThere" }]);
});

describe("a file that can't be read is refused as a whole", () => {
  const refusal = async (file: { name: string; content: AsyncIterable<Uint8Array> }) =>
    reasonOf(previewPeopleImport(office, file));
  const row = ["张三", "", "", "支部", "信息员", "2026-01-01", ""];
  test.each<[string, () => Promise<Uint8Array>, string, string]>([
    ["text under the suffix", async () => new TextEncoder().encode("姓名,支部"), "名单.xlsx", "media.typeUnknown"],
    ["another suffix", () => workbook([row]), "名单.csv", "import.notExcel"],
    ["a Word file", () => workbook([row]), "名单.docx", "import.notExcel"],
    ["macros by name", () => workbook([row]), "名单.xlsm", "media.macros"],
    ["no headings", () => workbook([row], ["甲", "乙"]), "名单.xlsx", "import.headingsMissing"],
    ["a heading less", () => workbook([row], headings(4)), "名单.xlsx", "import.headingsMissing"],
    ["nobody in it", () => workbook([]), "名单.xlsx", "import.empty"],
    ["5,001 rows", () => workbook(Array.from({ length: 5_001 }, () => row)), "名单.xlsx", "import.tooManyRows"],
  ])("%s", async (_name, bytes, name, reason) => {
    expect(await refusal(upload(await bytes(), name))).toBe(reason);
  });

  test("more than 5 MB is refused before it is read", async () => {
    const declared = { ...upload(new Uint8Array([1])), declaredBytes: 5 * 1024 * 1024 + 1 };
    expect(await reasonOf(previewPeopleImport(office, declared))).toBe("media.tooLarge");
  });

  function headings(count: number): string[] {
    return ["姓名", "登录名", "邮箱", "支部", "角色", "任期开始"].slice(0, count);
  }
});

test("only who manages people may do any of it, and a run is confirmed once", async () => {
  const importId = await preview(named(freshMark(), 1));
  for (const other of [await officerOf(["auditor"]), await officerOf(["inspector"])]) {
    const attempts = [
      previewPeopleImport(other, upload(await workbook([]))),
      getImport(other, { importId }),
      listImportRows(other, { importId, show: "all", limit: 10 }),
      confirmImport(other, { importId, version: 0, goodOnly: true }),
      cancelImport(other, { importId }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  const twice = [1, 2].map(() => reasonOf(confirmImport(office, { importId, version: 0, goodOnly: false })));
  expect((await Promise.all(twice)).toSorted()).toEqual(["accepted", "import.notPreviewed"]);
  await expect(getImport(office, { importId: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
