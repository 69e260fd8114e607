import { describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { appoint, ensureCollege, newUser } from "@zhibu/db/testing/factories";
import { newBranch } from "../../testing/contexts.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { newPerson } from "../../testing/persons.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { getLink } from "../one-time-links.ts";
import { appointPerson } from "./appoint-person.ts";
import { disablePerson, enablePerson } from "./disable-person.ts";
import { endTerm } from "./end-term.ts";
import { getOfficePerson } from "./get-office-person.ts";
import { invitePerson, previewLoginName } from "./invite-person.ts";
import { resetPassword } from "./reset-password.ts";
import { updatePerson } from "./update-person.ts";

/** 10:00 on 23 November 2026 in Shanghai. */
const now = () => new Date("2026-11-23T02:00:00Z");
const office = () => officerOf(["office"], now);
const fresh = () => `p${crypto.randomUUID().slice(0, 8)}`;
const nobody = crypto.randomUUID();
const tokenOf = (path: string) => path.split("/").at(-1) ?? "";

async function held(userId: string) {
  return withOffice((tx) => tx.branchRole.findFirstOrThrow({ where: { userId } }));
}

describe("inviting", () => {
  test("makes the person, their roles and a link that works once, on record in the college's and the branch's trail", async () => {
    const [ctx, branch, collegeId, loginName] = [await office(), await newBranch(), await ensureCollege(), fresh()];
    const { userId, link } = await invitePerson(ctx, {
      displayName: "新来的人",
      loginName,
      email: "",
      posts: [
        { place: { branchSlug: branch.slug, role: "webmaster" }, startsOn: "2026-11-23", endsOn: "2029-11-22" },
        { place: { role: "auditor" }, startsOn: "2026-12-01", endsOn: null },
      ],
    });
    expect(link).toMatchObject({ purpose: "invite", loginName, mailed: false });
    expect(link.path).toMatch(/^\/welcome\//u);
    expect(await getLink(tokenOf(link.path), now())).toMatchObject({ loginName, invitedBy: ctx.actor.displayName });
    const { person, posts, account, can } = await getOfficePerson(ctx, { userId });
    expect(person).toMatchObject({ displayName: "新来的人", loginName, email: null });
    expect(account).toMatchObject({ hasPassword: false, lastSeenAt: null, openLink: { purpose: "invite" } });
    expect(posts).toMatchObject([
      { role: "webmaster", branch: { slug: branch.slug }, standing: "current", appointedBy: ctx.actor.displayName },
      { role: "auditor", branch: null, standing: "upcoming" },
    ]);
    expect(can).toMatchObject({ appoint: true, sendLink: true, disable: true, enable: false, handOver: true });
    expect((await trailOf(branch.tenantId, userId)).map(({ action }) => action)).toEqual(["appointment.make"]);
    const trail = await trailOf(collegeId, userId);
    expect(trail.map(({ action }) => action)).toEqual(["appointment.make", "person.invite"]);
    expect(JSON.stringify(trail)).not.toContain(tokenOf(link.path));
  });

  test("is all or nothing, and tells the new login name beforehand", async () => {
    const [ctx, loginName] = [await office(), fresh()];
    const attempt = invitePerson(ctx, {
      displayName: "没有支部",
      loginName,
      email: "",
      posts: [{ place: { branchSlug: "no-such-branch", role: "webmaster" }, startsOn: "2026-11-23", endsOn: null }],
    });
    expect(await reasonOf(attempt)).toBe("branch.missing");
    expect(await withOffice((tx) => tx.user.count({ where: { loginName } }))).toBe(0);
    expect(await previewLoginName(ctx, { displayName: "查预先" })).toEqual({ loginName: "zhayuxian" });
  });
});

describe("ending a term", () => {
  test("sets its last day with a reason in the branch's trail", async () => {
    const [ctx, branch, person] = [await office(), await newBranch(), await newUser()];
    await appoint(branch, person, "webmaster");
    const { id } = await held(person.userId);
    await endTerm(ctx, { appointmentId: id, endsOn: "2026-12-31", reason: "工作调动" });
    expect((await held(person.userId)).endsOn).toEqual(new Date("2026-12-31"));
    expect(await trailOf(branch.tenantId, person.userId)).toMatchObject([
      {
        action: "appointment.end",
        changes: { role: "webmaster", endedBefore: null, endsOn: "2026-12-31", reason: "工作调动" },
      },
    ]);
  });

  test.each<[string, { startsOn: string; endsOn?: string }, string, string]>([
    ["at once", { startsOn: "2026-01-01" }, "2026-11-22", "accepted"],
    ["the day before yesterday", { startsOn: "2026-01-01" }, "2026-11-21", "appointment.endsInPast"],
    ["called off before it begins", { startsOn: "2027-01-01" }, "2026-12-31", "accepted"],
    ["long before it begins", { startsOn: "2027-01-01" }, "2026-12-30", "appointment.endsInPast"],
    ["a term that is over", { startsOn: "2026-01-01", endsOn: "2026-11-22" }, "2026-11-22", "appointment.over"],
    ["made longer", { startsOn: "2026-01-01", endsOn: "2026-12-31" }, "2027-01-01", "appointment.wouldBeLonger"],
  ])("%s", async (_name, term, endsOn, outcome) => {
    const [ctx, branch, person] = [await office(), await newBranch(), await newUser()];
    await appoint(branch, person, "organiser", term);
    const { id } = await held(person.userId);
    expect(await reasonOf(endTerm(ctx, { appointmentId: id, endsOn, reason: "换届" }))).toBe(outcome);
  });

  test("a term that does not exist is not there", async () => {
    const attempt = endTerm(await office(), { appointmentId: nobody, endsOn: "2026-12-31", reason: "换届" });
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the last of the office", () => {
  /** In a year of their own, long before any other test's office began, these two are the only ones. */
  async function onlyTwo(year: string) {
    const inJune = () => new Date(`${year}-06-01T02:00:00Z`);
    const term = { startsOn: new Date(`${year}-01-01`), endsOn: new Date(`${year}-12-31`) };
    const pair = [await officerOf([], inJune), await officerOf([], inJune)] as const;
    const [first, second] = pair.map(({ actor }) => ({ id: crypto.randomUUID(), userId: actor.userId }));
    if (!first || !second) throw new Error("nobody");
    await withOffice((tx) =>
      tx.collegeRole.createMany({ data: [first, second].map((row) => ({ ...row, role: "office" as const, ...term })) }),
    );
    const acting = pair.map((ctx) => ({ ...ctx, actor: { ...ctx.actor, roles: ["office"] as const } }));
    const [one, other] = acting;
    if (!one || !other) throw new Error("nobody");
    return { pair: [one, other] as const, ids: [first.id, second.id] as const };
  }

  test("can't end their own term, not on any day, and two can't end each other's at the same moment", async () => {
    const { pair, ids } = await onlyTwo("2018");
    const end = (ctx: (typeof pair)[0], id: string, endsOn: string) =>
      reasonOf(endTerm(ctx, { appointmentId: id, endsOn, reason: "换届" }));
    const outcomes = await Promise.all([end(pair[0], ids[1], "2018-05-31"), end(pair[1], ids[0], "2018-05-31")]);
    expect(new Set(outcomes)).toEqual(new Set(["accepted", "person.lastOfficer"]));
    const left = outcomes[0] === "accepted" ? 0 : 1;
    expect(await end(pair[left], ids[left], "2018-09-30")).toBe("person.lastOfficer");
  });

  test("can't be disabled by anybody, and nobody disables themself", async () => {
    const { pair } = await onlyTwo("2019");
    const [first, second] = pair;
    await disablePerson(first, { userId: second.actor.userId, reason: "离校" });
    const last = { userId: first.actor.userId, reason: "离校" };
    expect(await reasonOf(disablePerson(second, last))).toBe("person.lastOfficer");
    expect(await reasonOf(disablePerson(first, last))).toBe("person.notOneself");
  });
});

describe("an account", () => {
  test("that is disabled has no sessions and no links any more, and opens again with its password", async () => {
    const [ctx, person] = [await office(), await newPerson({}, now)];
    const { userId } = person.actor;
    const { path } = await resetPassword(ctx, { userId });
    await disablePerson(ctx, { userId, reason: "退休" });
    expect(await reasonOf(getLink(tokenOf(path), now()))).toBe("link.gone");
    const { person: shut, can } = await getOfficePerson(ctx, { userId });
    expect(shut.disabledAt).toEqual(now());
    expect(can).toMatchObject({ appoint: false, sendLink: false, disable: false, enable: true });
    expect(await reasonOf(disablePerson(ctx, { userId, reason: "退休" }))).toBe("person.disabled");
    expect(await reasonOf(resetPassword(ctx, { userId }))).toBe("person.disabled");
    await enablePerson(ctx, { userId });
    expect(await reasonOf(enablePerson(ctx, { userId }))).toBe("person.enabled");
    expect((await trailOf(await ensureCollege(), userId)).map(({ action }) => action)).toEqual([
      "link.issue",
      "person.disable",
      "person.enable",
    ]);
  });

  test("gets a reset link when it has a password, an invitation when it never had one, nobody one of their own", async () => {
    const [ctx, person, newcomer] = [await office(), await newPerson({}, now), await newUser()];
    expect(await resetPassword(ctx, person.actor)).toMatchObject({ purpose: "reset" });
    expect(await resetPassword(ctx, newcomer)).toMatchObject({ purpose: "invite" });
    expect(await reasonOf(resetPassword(ctx, ctx.actor))).toBe("person.notOneself");
  });

  test("is corrected by who saw its newest state, to an address nobody else has", async () => {
    const [ctx, person, other] = [await office(), await newUser(), await newUser()];
    const address = `${fresh()}@example.edu.cn`;
    const change = { displayName: "改正名", email: address.toUpperCase() };
    expect(await updatePerson(ctx, { userId: person.userId, version: 0, ...change })).toEqual({ version: 1 });
    expect((await getOfficePerson(ctx, person)).person).toMatchObject({ displayName: "改正名", email: address });
    expect(await reasonOf(updatePerson(ctx, { userId: person.userId, version: 0, ...change }))).toBe(
      "changedMeanwhile",
    );
    expect(await reasonOf(updatePerson(ctx, { userId: other.userId, version: 0, ...change }))).toBe(
      "person.emailTaken",
    );
    expect(await reasonOf(updatePerson(ctx, { userId: nobody, version: 0, ...change }))).toBe("person.missing");
  });
});

test("who appoints tells the person, and the role counts from its first day", async () => {
  const [ctx, branch, person] = [await office(), await newBranch(), await newUser()];
  const post = { place: { branchSlug: branch.slug, role: "secretary" as const }, startsOn: "2026-12-01", endsOn: null };
  const { appointmentId } = await appointPerson(ctx, { userId: person.userId, ...post });
  expect((await getOfficePerson(ctx, person)).posts).toMatchObject([{ id: appointmentId, standing: "upcoming" }]);
  const told = await withOffice((tx) => tx.notification.findMany({ where: { userId: person.userId } }));
  expect(told).toMatchObject([
    { kind: "role.given", branchId: branch.tenantId, params: { role: "secretary", day: "2026-12-01" } },
  ]);
});

test("an inspector or auditor changes nothing and sees nobody", async () => {
  const person = await newUser();
  const { userId } = person;
  for (const role of ["inspector", "auditor"] as const) {
    const ctx = await officerOf([role], now);
    const attempts = [
      getOfficePerson(ctx, { userId }),
      invitePerson(ctx, { displayName: "不许", loginName: "", email: "", posts: [] }),
      previewLoginName(ctx, { displayName: "不许" }),
      appointPerson(ctx, { userId, place: { role: "office" }, startsOn: "2026-11-23", endsOn: null }),
      endTerm(ctx, { appointmentId: nobody, endsOn: "2026-12-31", reason: "不许" }),
      disablePerson(ctx, { userId, reason: "不许" }),
      enablePerson(ctx, { userId }),
      resetPassword(ctx, { userId }),
      updatePerson(ctx, { userId, version: 0, displayName: "不许", email: "" }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
