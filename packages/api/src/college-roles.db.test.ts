import { describe, expect, test } from "vitest";
import { provideStorage } from "@zhibu/core/media/testing/storage-for-tests";
import { provideDatabaseCopies } from "@zhibu/db/testing/database-copies";
import { databaseFingerprint } from "@zhibu/db/testing/database-fingerprint";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { CollegeRole } from "@zhibu/domain/tenancy/roles";
import { actorOf, call, errorIn } from "./testing/call.ts";
import { allProcedures, takesBranch, type Procedure } from "./testing/procedures.ts";
import { sampleInput, type SampleIds } from "./testing/sample-input.ts";
import { attackersOf, victimBranch } from "./testing/two-branches.ts";

provideStorage();

let victim: Awaited<ReturnType<typeof victimBranch>>;
let attackers: Awaited<ReturnType<typeof attackersOf>>;

/** A whole database for each test: what must not change is everything. */
const owner = provideDatabaseCopies(async () => {
  victim = await victimBranch();
  attackers = await attackersOf();
});

const procedures = allProcedures();
const isOffices = ({ path }: Procedure) => path.startsWith("office.");
/** Everything there is but what people do to their own account and notices. */
const othersAffairs = procedures.filter((procedure) => takesBranch(procedure) || isOffices(procedure));

/** Ids of things that are there, so that a refusal is one and not a miss. */
const realIds: SampleIds = (field) => {
  if (["branchId", "intoId", "originBranchId", "chainId", "tenantId"].includes(field)) return victim.branch.tenantId;
  if (["userId", "personId", "toUserId", "fromUserId"].includes(field)) return victim.staff.secretary.actor.userId;
  return victim.foreignIds(field);
};

/** Somebody with these roles in the college and none in a branch. */
function officer(...collegeRoles: CollegeRole[]): Actor {
  const actor = actorOf(victim.staff.webmaster, victim.branch);
  return { ...actor, displayName: collegeRoles.join(), branches: [], collegeRoles };
}

async function refusalOf(procedure: Procedure, actor: Actor): Promise<string> {
  const input = procedure.input && { ...sampleInput(procedure.input, realIds), branch: victim.branch.slug };
  const answer = await call(procedure, input ?? undefined, actor);
  return answer.status === 200 ? "answered" : errorIn(answer).appCode;
}

async function refusals(actor: Actor, of: readonly Procedure[]): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const procedure of of) told[procedure.path] = await refusalOf(procedure, actor);
  return told;
}

const all = (of: readonly Procedure[], refusal: string) => Object.fromEntries(of.map(({ path }) => [path, refusal]));

const inBranches = othersAffairs.filter((procedure) => !isOffices(procedure));
const offices = othersAffairs.filter(isOffices);
const trail = offices.filter(({ path }) => path.startsWith("office.audit."));
const officesOther = offices.filter((procedure) => !trail.includes(procedure));

test("there is enough to refuse", () => {
  expect(inBranches.length).toBeGreaterThan(40);
  expect(officesOther.length).toBeGreaterThan(30);
  expect(trail.map(({ path, type }) => `${type} ${path}`).toSorted()).toEqual([
    "mutation office.audit.verify",
    "query office.audit.actors",
    "query office.audit.chains",
    "query office.audit.list",
    "query office.audit.standing",
  ]);
});

describe("an inspector", () => {
  test("finds no branch, may do nothing for the college, and leaves no trace in the whole database", async () => {
    const before = await databaseFingerprint(owner());
    const inspector = officer("inspector");
    expect(await refusals(inspector, inBranches)).toEqual(all(inBranches, "NOT_FOUND"));
    expect(await refusals(inspector, offices)).toEqual(all(offices, "FORBIDDEN"));
    expect(await databaseFingerprint(owner())).toEqual(before);
  });
});

describe("an auditor", () => {
  test("finds no branch, may do nothing but read the trail, and leaves no trace in the whole database", async () => {
    const before = await databaseFingerprint(owner());
    const auditor = officer("auditor");
    expect(await refusals(auditor, inBranches)).toEqual(all(inBranches, "NOT_FOUND"));
    expect(await refusals(auditor, officesOther)).toEqual(all(officesOther, "FORBIDDEN"));
    const reading = trail.filter(({ type }) => type === "query");
    expect(await refusals(auditor, reading)).toEqual(all(reading, "answered"));
    expect(await databaseFingerprint(owner())).toEqual(before);
  });

  test("who is an inspector as well may do no more", async () => {
    const before = await databaseFingerprint(owner());
    const both = officer("inspector", "auditor");
    expect(await refusals(both, inBranches)).toEqual(all(inBranches, "NOT_FOUND"));
    expect(await refusals(both, officesOther)).toEqual(all(officesOther, "FORBIDDEN"));
    expect(await databaseFingerprint(owner())).toEqual(before);
  });
});

describe("the people of a branch", () => {
  test("reach nothing of the office, whatever their role, and leave no trace in the whole database", async () => {
    const before = await databaseFingerprint(owner());
    const { webmaster, secretary, organiser, contributor } = victim.staff;
    const people = [webmaster, secretary, organiser, contributor].map((ctx) => actorOf(ctx, victim.branch));
    const nobody: Actor = { ...officer(), collegeRoles: [] };
    for (const actor of [...people, ...attackers.map((attacker) => attacker.actor), nobody])
      expect(await refusals(actor, offices)).toEqual(all(offices, "NOT_FOUND"));
    expect(await databaseFingerprint(owner())).toEqual(before);
  });
});

test("the office without the second factor it needs reaches nothing, and leaves no trace", async () => {
  const before = await databaseFingerprint(owner());
  const office: Actor = { ...officer("office"), mustSetUpTotp: true };
  expect(await refusals(office, othersAffairs)).toEqual(all(othersAffairs, "SECOND_FACTOR_REQUIRED"));
  expect(await databaseFingerprint(owner())).toEqual(before);
});

test("the fingerprint would notice a single row", async () => {
  const before = await databaseFingerprint(owner());
  await owner().query("INSERT INTO site_version (site_id) VALUES (gen_random_uuid())");
  const after = await databaseFingerprint(owner());
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(["public.site_version"]);
});
