import { describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser } from "@zhibu/db/testing/factories";
import { newBranch } from "../testing/contexts.ts";
import { officerOf, trailOf } from "../testing/office.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { appointInBranch, appointInCollege } from "./appoint.ts";
import { createPerson } from "./create-person.ts";

/** A name no other test uses. */
const fresh = () => crypto.randomUUID().slice(0, 8);

describe("createPerson", () => {
  test("makes the login name of the name's pinyin and tells people of one name apart", async () => {
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      made.push((await withOffice((tx) => createPerson(tx, { displayName: "单雄信测" }))).loginName);
    }
    expect(made).toEqual(["shanxiongxince", "shanxiongxince2", "shanxiongxince3"]);
  });

  test("people of one name made at the same moment get different login names", async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, () => withOffice((tx) => createPerson(tx, { displayName: "仇同时" }))),
    );
    expect(new Set(made.map(({ loginName }) => loginName)).size).toBe(6);
  });

  test("a login name or address of somebody else is refused", async () => {
    const name = fresh();
    await withOffice((tx) =>
      createPerson(tx, { loginName: `p${name}`, displayName: "甲", email: `${name}@Example.edu.cn` }),
    );
    const again = (change: object) => withOffice((tx) => createPerson(tx, { displayName: "乙", ...change }));
    await expect(again({ loginName: `p${name}` })).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "person.loginNameTaken",
    });
    expect(await reasonOf(again({ email: `${name}@example.edu.cn` }))).toBe("person.emailTaken");
    expect(await reasonOf(again({ email: "" }))).toBe("accepted");
  });
});

describe("appointInBranch", () => {
  test("gives the role for the term, says who appointed, in the branch's trail", async () => {
    const [office, branch, person] = [await officerOf(), await newBranch(), await newUser("周书记")];
    const term = { startsOn: "2026-11-23", endsOn: "2029-11-22" };
    await withOffice((tx) =>
      appointInBranch(tx, office, { tenantId: branch.tenantId, userId: person.userId, role: "secretary", ...term }),
    );
    const held = await withOffice((tx) => tx.branchRole.findMany({ where: { userId: person.userId } }));
    expect(held).toMatchObject([
      {
        tenantId: branch.tenantId,
        role: "secretary",
        startsOn: new Date("2026-11-23"),
        endsOn: new Date("2029-11-22"),
        appointedById: office.actor.userId,
      },
    ]);
    expect(await trailOf(branch.tenantId, person.userId)).toMatchObject([
      {
        action: "appointment.make",
        actorId: office.actor.userId,
        changes: { displayName: "周书记", role: "secretary", ...term },
      },
    ]);
  });

  test.each([
    [{ startsOn: "2026-11-23", endsOn: "2026-11-22" }, "appointment.endsBeforeStart"],
    [{ startsOn: "2026-12-31", endsOn: null }, "appointment.overlaps"],
    [{ startsOn: "2026-01-01", endsOn: "2026-06-01" }, "appointment.overlaps"],
    [{ startsOn: "2025-01-01", endsOn: "2026-05-31" }, "accepted"],
    [{ startsOn: "2027-01-01", endsOn: null }, "accepted"],
  ])("beside a term from June to December 2026, %j is %s", async (term, outcome) => {
    const [office, branch, person] = [await officerOf(), await newBranch(), await newUser()];
    const appointment = { tenantId: branch.tenantId, userId: person.userId, role: "webmaster" as const };
    await withOffice((tx) =>
      appointInBranch(tx, office, { ...appointment, startsOn: "2026-06-01", endsOn: "2026-12-31" }),
    );
    const second = withOffice((tx) => appointInBranch(tx, office, { ...appointment, ...term }));
    expect(await reasonOf(second)).toBe(outcome);
  });

  test("two appointments at the same moment do not overlap", async () => {
    const [office, branch, person] = [await officerOf(), await newBranch(), await newUser()];
    const appointment = { tenantId: branch.tenantId, userId: person.userId, role: "organiser" as const, endsOn: null };
    const outcomes = await Promise.all(
      ["2026-01-01", "2026-02-01"].map((startsOn) =>
        reasonOf(withOffice((tx) => appointInBranch(tx, office, { ...appointment, startsOn }))),
      ),
    );
    expect(outcomes.toSorted()).toEqual(["accepted", "appointment.overlaps"]);
  });

  test("an unknown person or branch, a disabled person and an archived branch are refused", async () => {
    const [office, branch, person] = [await officerOf(), await newBranch(), await newUser()];
    const attempt = (change: object) =>
      reasonOf(
        withOffice((tx) =>
          appointInBranch(tx, office, {
            tenantId: branch.tenantId,
            userId: person.userId,
            role: "webmaster",
            startsOn: "2026-01-01",
            endsOn: null,
            ...change,
          }),
        ),
      );
    expect(await attempt({ userId: crypto.randomUUID() })).toBe("person.missing");
    expect(await attempt({ tenantId: crypto.randomUUID() })).toBe("branch.missing");
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { state: "archived" } }));
    expect(await attempt({})).toBe("appointment.branchArchived");
    await withOffice((tx) => tx.user.update({ where: { id: person.userId }, data: { disabledAt: new Date() } }));
    expect(await attempt({})).toBe("person.disabled");
  });
});

test("a role in the college is on record in the college's trail", async () => {
  const [office, person, collegeId] = [await officerOf(), await newUser("审计员"), await ensureCollege()];
  const auditor = { userId: person.userId, role: "auditor" as const, startsOn: "2026-01-01", endsOn: null };
  await withOffice((tx) => appointInCollege(tx, office, auditor));
  expect(await reasonOf(withOffice((tx) => appointInCollege(tx, office, auditor)))).toBe("appointment.overlaps");
  expect(await trailOf(collegeId, person.userId)).toMatchObject([
    {
      action: "appointment.make",
      changes: { displayName: "审计员", role: "auditor", startsOn: "2026-01-01", endsOn: null },
    },
  ]);
});
