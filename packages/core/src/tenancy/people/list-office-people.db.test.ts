import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { appoint, newUser, type TestBranch } from "@zhibu/db/testing/factories";
import { listOfficePeopleInput } from "@zhibu/domain/tenancy/people-inputs";
import type { OfficeContext } from "../../kernel/context.ts";
import { newBranch } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { countOfficePeople, listOfficePeople } from "./list-office-people.ts";

const now = () => new Date("2026-11-23T02:00:00Z");

/** Names nobody else in the database has; the middle part is the search word. */
const mark = crypto.randomUUID().slice(0, 6);
let office: OfficeContext;
let branch: TestBranch;

async function find(input: object = {}) {
  return listOfficePeople(office, listOfficePeopleInput.parse({ search: mark, ...input }));
}
const namesIn = async (input: object) =>
  (await find(input)).items.map(({ displayName }) => displayName.replace(mark, ""));

beforeAll(async () => {
  office = await officerOf(["office"], now);
  branch = await newBranch();
  const other = await newBranch();
  const [an, bo, chen, ding, fang] = await Promise.all(
    ["安", "薄", "陈", "丁", "方"].map((name) => newUser(`${name}${mark}`)),
  );
  if (!an || !bo || !chen || !ding || !fang) throw new Error("nobody");
  await appoint(branch, an, "secretary", { startsOn: "2024-01-01", endsOn: "2026-12-23" });
  await appoint(branch, bo, "webmaster", { startsOn: "2024-01-01", endsOn: "2026-12-24" });
  await appoint(branch, chen, "webmaster", { startsOn: "2024-01-01", endsOn: "2026-11-22" });
  await appoint(other, ding, "webmaster", { startsOn: "2026-12-01" });
  await appoint(other, an, "organiser");
  await withOffice(async (tx) => {
    await tx.user.update({ where: { id: fang.userId }, data: { disabledAt: now() } });
    await tx.collegeRole.create({
      data: { id: newId(), userId: bo.userId, role: "auditor", startsOn: new Date("2026-01-01") },
    });
    await tx.userSession.create({ data: { id: newId(), userId: an.userId, method: "password", lastSeenAt: now() } });
  });
});

test("shows everybody by name with the roles that count today or later, wherever they are held", async () => {
  const { items, nextCursor, can } = await find();
  expect(items.map(({ displayName }) => displayName.replace(mark, ""))).toEqual(["安", "薄", "陈", "丁", "方"]);
  expect(items[0]).toMatchObject({
    lastSeenAt: now(),
    roles: [
      { role: "secretary", branchName: branch.name, startsOn: "2024-01-01", endsOn: "2026-12-23" },
      { role: "organiser", endsOn: null },
    ],
  });
  expect(items[1]?.roles.map(({ role, branchName }) => [role, branchName === null])).toEqual([
    ["webmaster", false],
    ["auditor", true],
  ]);
  expect(items[2]).toMatchObject({ roles: [], hasPassword: false, linkOpen: false, lastSeenAt: null });
  expect(items[4]).toMatchObject({ disabled: true });
  expect([nextCursor, can]).toEqual([null, { manage: true }]);
});

describe("filters", () => {
  test.each<[object, string[]]>([
    [{ concern: "endingSoon" }, ["安"]],
    [{ concern: "neverSignedIn" }, ["薄", "陈", "丁"]],
    [{ concern: "withoutRole" }, ["陈"]],
    [{ concern: "disabled" }, ["方"]],
    [{ role: "webmaster" }, ["薄", "丁"]],
    [{ role: "webmaster", standing: "current" }, ["薄"]],
    [{ role: "webmaster", standing: "upcoming" }, ["丁"]],
    [{ role: "webmaster", standing: "ended" }, ["陈"]],
    [{ role: "auditor" }, ["薄"]],
    [{ role: "auditor", concern: "endingSoon" }, []],
  ])("%j", async (input, names) => {
    expect(await namesIn(input)).toEqual(names);
  });

  test("by branch, and by login name", async () => {
    expect(await namesIn({ branchSlug: branch.slug })).toEqual(["安", "薄"]);
    expect(await namesIn({ branchSlug: "no-such-branch" })).toEqual([]);
    const [first] = (await find()).items;
    expect(await listOfficePeople(office, listOfficePeopleInput.parse({ search: first?.loginName }))).toMatchObject({
      items: [{ id: first?.id }],
    });
  });

  test("what is typed is meant literally", async () => {
    expect(await namesIn({ search: "%" })).toEqual([]);
  });
});

test("pages follow each other without a gap or a repeat", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await find({ limit: 2, cursor });
    seen.push(...items.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual((await find()).items.map(({ id }) => id));
});

test("the numbers on the tabs are the lengths of the lists", async () => {
  // Other tests make people meanwhile: what is here must show in the numbers, and nothing be counted twice.
  const before = await countOfficePeople(office);
  await newUser(`数${crypto.randomUUID().slice(0, 6)}`);
  const after = await countOfficePeople(office);
  expect(after.all).toBeGreaterThan(before.all);
  expect(after.neverSignedIn).toBeGreaterThanOrEqual(3);
  expect(after.withoutRole).toBeGreaterThanOrEqual(2);
  expect(after.endingSoon).toBeGreaterThanOrEqual(1);
  expect(after.disabled).toBeGreaterThanOrEqual(1);
  expect(after.all).toBeLessThanOrEqual(await withOffice((tx) => tx.user.count()));
});

test("who may not oversee people sees none", async () => {
  const auditor = await officerOf(["auditor"], now);
  await expect(listOfficePeople(auditor, listOfficePeopleInput.parse({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(countOfficePeople(auditor)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
