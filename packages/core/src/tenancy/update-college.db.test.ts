import { beforeEach, expect, test } from "vitest";
import { withOffice, withReader } from "@zhibu/db/scope";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import type { UpdateCollegeInput } from "@zhibu/domain/tenancy/college-inputs";
import { findReaderCollege } from "../articles/published/list-branches.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { siteVersionOf } from "../testing/articles.ts";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { officerOf } from "../testing/office.ts";
import { getCollegeSettings } from "./get-college-settings.ts";
import { updateCollege } from "./update-college.ts";

// What the college is called is every other test's too.
provideOwnDatabase();

const fields = {
  name: "求实学院",
  shortName: "求实",
  address: "求知路1号",
  phone: "0373-1000100",
  email: "dangban@qiushi.example",
  icp: "豫ICP备00000000号",
};
let office: OfficeContext;
let input: UpdateCollegeInput;

beforeEach(async () => {
  office = await officerOf();
  input = { ...fields, version: (await getCollegeSettings(office)).version };
});

test("readers of every site see it at once, and nothing of before is served stale; the trail says from what to what", async () => {
  const branch = await memberOf(await newBranch(), ["webmaster"]);
  const [before, { college }] = [await siteVersionOf(branch), await getCollegeSettings(office)];
  const { version } = await updateCollege(office, input);
  expect(await getCollegeSettings(office)).toMatchObject({ college: fields, version });
  expect(await withReader(null, findReaderCollege)).toMatchObject(fields);
  const after = await siteVersionOf(branch);
  expect(after.removalVersion).toBe(after.version);
  expect(after.version).toBeGreaterThan(before.version);
  const entries = await withOffice((tx) => tx.auditEntry.findMany({ where: { action: "college.configure" } }));
  expect(entries).toMatchObject([{ actorId: office.actor.userId, changes: { from: college, to: fields } }]);
});

test("who knows an older state is told, and changes nothing", async () => {
  await updateCollege(office, input);
  await expect(updateCollege(office, { ...input, name: "旧时学院" })).rejects.toMatchObject({
    code: "CONFLICT",
    reason: "changedMeanwhile",
  });
  expect((await getCollegeSettings(office)).college.name).toBe(fields.name);
});

test.each(["inspector", "auditor"] as const)("a person who is %s can't", async (role) => {
  const other = await officerOf([role]);
  await expect(updateCollege(other, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
