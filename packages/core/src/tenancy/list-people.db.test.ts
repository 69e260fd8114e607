import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { appoint, newUser } from "@zhibu/db/testing/factories";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { newPerson } from "../testing/persons.ts";
import { listMyTerms } from "./list-my-terms.ts";
import { listPeople } from "./list-people.ts";

/** 07:30 on 23 November in Shanghai, still the 22nd in UTC. */
const now = () => new Date("2026-11-22T23:30:00Z");

test("says who holds which role, since when, until when, and whether it counts today", async () => {
  const branch = await newBranch();
  const reader = await memberOf(branch, ["contributor"], now);
  const secretary = await newUser("周书记");
  await appoint(branch, secretary, "secretary", { startsOn: "2024-03-01", endsOn: "2026-11-22" });
  await appoint(branch, secretary, "secretary", { startsOn: "2026-11-23" });
  await appoint(branch, await newUser("后来者"), "webmaster", { startsOn: "2026-11-24", endsOn: "2027-11-23" });
  const people = await listPeople(reader);
  expect(people.map(({ person, role, standing }) => [person.displayName, role, standing])).toEqual([
    ["周书记", "secretary", "current"],
    ["周书记", "secretary", "ended"],
    ["后来者", "webmaster", "upcoming"],
    [reader.actor.displayName, "contributor", "current"],
  ]);
  expect(people[2]).toMatchObject({ startsOn: "2026-11-24", endsOn: "2027-11-23" });
});

test("shows a colleague who appointed by name, and someone outside the branch as the office", async () => {
  const branch = await newBranch();
  const reader = await memberOf(branch, ["webmaster"], now);
  const [byColleague, byOffice, outsider] = [await newUser("甲"), await newUser("乙"), await newUser("办公室的人")];
  await appoint(branch, byColleague, "contributor");
  await appoint(branch, byOffice, "contributor");
  await withOffice(async (tx) => {
    const appointer = (userId: string, appointedById: string) =>
      tx.branchRole.updateMany({ where: { tenantId: branch.tenantId, userId }, data: { appointedById } });
    await appointer(byColleague.userId, reader.actor.userId);
    await appointer(byOffice.userId, outsider.userId);
  });
  const people = new Map(
    (await listPeople(reader)).map(({ person, appointedBy }) => [person.displayName, appointedBy]),
  );
  expect(people.get("甲")).toEqual({ kind: "colleague", displayName: reader.actor.displayName });
  expect(people.get("乙")).toEqual({ kind: "office" });
  expect(JSON.stringify([...people])).not.toContain("办公室的人");
});

test("never shows another branch's people", async () => {
  const [mine, theirs] = [await newBranch(), await newBranch()];
  await memberOf(theirs, ["secretary"], now);
  const reader = await memberOf(mine, ["organiser"], now);
  expect((await listPeople(reader)).map(({ person }) => person.id)).toEqual([reader.actor.userId]);
});

test("a role that gives no right to read people is refused", async () => {
  const branch = await newBranch();
  const reader = await memberOf(branch, [], now);
  await expect(listPeople(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the person sees their own roles in every branch and the college, those in force first", async () => {
  const person = await newPerson({}, now);
  const [first, second] = [await newBranch(), await newBranch()];
  await appoint(first, person.actor, "secretary", { startsOn: "2020-01-01", endsOn: "2026-11-22" });
  await appoint(second, person.actor, "webmaster", { startsOn: "2026-01-01" });
  await withOffice((tx) =>
    tx.collegeRole.create({
      data: { id: crypto.randomUUID(), userId: person.actor.userId, role: "auditor", startsOn: new Date("2027-01-01") },
    }),
  );
  expect((await listMyTerms(person)).map(({ role, branchName, standing }) => [role, branchName, standing])).toEqual([
    ["webmaster", second.name, "current"],
    ["auditor", null, "upcoming"],
    ["secretary", first.name, "ended"],
  ]);
});
