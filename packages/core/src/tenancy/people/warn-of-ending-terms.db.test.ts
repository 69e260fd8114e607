import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { appoint, newUser } from "@zhibu/db/testing/factories";
import { newBranch } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { warnOfEndingTerms } from "./warn-of-ending-terms.ts";

/** 07:30 on 23 November 2036 in Shanghai: a year in which no other test's terms end. */
const now = new Date("2036-11-22T23:30:00Z");

test("people whose term ends within 30 days are told once, and so is the office; who is appointed again is not", async () => {
  const office = await officerOf();
  const branch = await newBranch();
  const [soon, late, again, disabled] = await Promise.all(["近", "远", "续", "停"].map((name) => newUser(name)));
  if (!soon || !late || !again || !disabled) throw new Error("nobody");
  await appoint(branch, soon, "webmaster", { startsOn: "2034-01-01", endsOn: "2036-12-23" });
  await appoint(branch, late, "webmaster", { startsOn: "2034-01-01", endsOn: "2036-12-24" });
  await appoint(branch, again, "webmaster", { startsOn: "2034-01-01", endsOn: "2036-11-30" });
  await appoint(branch, again, "webmaster", { startsOn: "2036-12-01" });
  await appoint(branch, disabled, "webmaster", { startsOn: "2034-01-01", endsOn: "2036-11-30" });
  await withOffice((tx) => tx.user.update({ where: { id: disabled.userId }, data: { disabledAt: now } }));

  await warnOfEndingTerms(now);
  await warnOfEndingTerms(new Date(now.getTime() + 86_400_000));
  const told = await withOffice((tx) => tx.notification.findMany({ where: { branchId: branch.tenantId } }));
  expect(told.filter(({ userId }) => userId === soon.userId)).toMatchObject([
    { kind: "role.ending", params: { role: "webmaster", day: "2036-12-23" }, path: "/:branch/people" },
  ]);
  const officers = told.filter(({ userId }) => userId === office.actor.userId);
  // The next day the other term, too, ends within 30 days.
  expect(officers.map(({ kind, params }) => ({ kind, params }))).toEqual([
    { kind: "person.roleEnding", params: { person: "近", role: "webmaster", day: "2036-12-23" } },
    { kind: "person.roleEnding", params: { person: "远", role: "webmaster", day: "2036-12-24" } },
  ]);
  expect(told.some(({ userId }) => userId === again.userId || userId === disabled.userId)).toBe(false);
});
