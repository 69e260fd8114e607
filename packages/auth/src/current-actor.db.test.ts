import { beforeAll, describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { appoint, ensureCollege, newBareBranch } from "@zhibu/db/testing/factories";
import type { SessionMethod } from "@zhibu/domain/tenancy/session";
import { currentActor } from "./current-actor.ts";
import { loadActor, loadActorIn, type SessionClaim } from "./load-actor.ts";
import { closeSession } from "./open-session.ts";
import { issueSessionCookie } from "./session-cookie.ts";
import { newAccount, newSession } from "./testing/account.ts";

const settings = {
  secret: "a secret of these tests alone",
  consoleOrigin: "http://console.localhost:3000",
  campus: null,
};
/** Monday morning in Asia/Shanghai, still Sunday in UTC. */
const now = new Date("2026-11-22T23:30:00Z");
const tomorrow = new Date("2026-11-23T23:30:00Z");

async function actorWith(cookie: string, at = now) {
  return currentActor(settings, new Headers({ cookie: cookie.split(";")[0] ?? "" }), at);
}

async function signedIn() {
  const user = await newAccount();
  const claim = await newSession(user, now);
  return { user, claim, cookie: await issueSessionCookie(settings, claim) };
}

test("a session leads to the person the database knows", async () => {
  const { user, claim, cookie } = await signedIn();
  const { userId } = user;
  const { sessionId } = claim;
  expect(await actorWith(cookie)).toMatchObject({ userId, sessionId, mustChangePassword: false, branches: [] });
});

test("no cookie, a forged one, one under another secret or another cookie's name: nobody", async () => {
  const { claim, cookie } = await signedIn();
  const foreign = await issueSessionCookie({ ...settings, secret: "another" }, claim);
  const renamed = cookie.replace("zhibu.session", "__Host-zhibu.session");
  for (const value of ["", "zhibu.session=forged", foreign, renamed]) expect(await actorWith(value)).toBeNull();
  const bearer = new Headers({ authorization: `Bearer ${cookie.split(/[=;]/u)[1]}` });
  expect(await currentActor(settings, bearer, now)).toBeNull();
});

test("a session that was ended, of another person, or that never was leads to nobody", async () => {
  const { claim, cookie } = await signedIn();
  const stranger = await newAccount();
  for (const wrong of [
    { ...claim, userId: stranger.userId },
    { ...claim, sessionId: stranger.userId },
  ]) {
    expect(await actorWith(await issueSessionCookie(settings, wrong))).toBeNull();
  }
  await closeSession(claim, now);
  expect(await actorWith(cookie)).toBeNull();
});

test("a session is over twelve hours after sign-in, whatever its cookie says", async () => {
  const { user, cookie } = await signedIn();
  const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  expect(await actorWith(cookie, hoursLater(11.9))).toMatchObject({ userId: user.userId });
  expect(await actorWith(cookie, hoursLater(12))).toBeNull();
});

test("a session that was given a moment more holds until then", async () => {
  const { user, claim, cookie } = await signedIn();
  const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const row = { where: { id: claim.sessionId }, data: { endedAt: secondsLater(10) } };
  await withOffice((tx) => tx.userSession.update(row));
  expect(await actorWith(cookie, secondsLater(9))).toMatchObject({ userId: user.userId });
  expect(await actorWith(cookie, secondsLater(10))).toBeNull();
});

test("that a device is in use is written once a minute", async () => {
  const { claim, cookie } = await signedIn();
  const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const seen = async (seconds: number) => {
    await Promise.all([actorWith(cookie, secondsLater(seconds)), actorWith(cookie, secondsLater(seconds))]);
    const row = await withOffice((tx) => tx.userSession.findUniqueOrThrow({ where: { id: claim.sessionId } }));
    return row.lastSeenAt;
  };
  expect(await seen(59)).toEqual(now);
  expect(await seen(61)).toEqual(secondsLater(61));
  expect(await seen(90)).toEqual(secondsLater(61));
});

test("a disabled person is nobody from the next request on", async () => {
  const { user, cookie } = await signedIn();
  await withOffice((tx) => tx.user.update({ where: { id: user.userId }, data: { disabledAt: now } }));
  expect(await actorWith(cookie)).toBeNull();
});

test("a role counts from its first to its last day in Asia/Shanghai", async () => {
  const { user, cookie } = await signedIn();
  const [ended, lastDay, firstDay, tomorrow] = await Promise.all([
    newBareBranch(),
    newBareBranch(),
    newBareBranch(),
    newBareBranch(),
  ]);
  await appoint(ended, user, "secretary", { startsOn: "2026-01-01", endsOn: "2026-11-22" });
  await appoint(lastDay, user, "webmaster", { startsOn: "2026-01-01", endsOn: "2026-11-23" });
  await appoint(firstDay, user, "organiser", { startsOn: "2026-11-23" });
  await appoint(tomorrow, user, "secretary", { startsOn: "2026-11-24" });
  const actor = await actorWith(cookie);
  expect(actor?.branches.map(({ slug }) => slug).toSorted()).toEqual([lastDay.slug, firstDay.slug].toSorted());
});

test("a college role out of its term does not count, and an archived branch admits nobody", async () => {
  const { user, cookie } = await signedIn();
  const branch = await newBareBranch();
  await appoint(branch, user, "secretary");
  await withOffice(async (tx) => {
    await tx.branch.update({ where: { id: branch.tenantId }, data: { state: "archived" } });
    const term = { userId: user.userId, startsOn: new Date("2025-01-01") };
    await tx.collegeRole.create({
      data: { ...term, id: crypto.randomUUID(), role: "office", endsOn: new Date("2026-11-22") },
    });
    await tx.collegeRole.create({ data: { ...term, id: crypto.randomUUID(), role: "auditor" } });
  });
  expect(await actorWith(cookie)).toMatchObject({ branches: [], collegeRoles: ["auditor"] });
});

test("a handed-out password is no matter to who came over the campus", async () => {
  const user = await newAccount({ mustChangePassword: true });
  const cookieBy = async (method: SessionMethod) => issueSessionCookie(settings, await newSession(user, now, method));
  expect(await actorWith(await cookieBy("password"))).toMatchObject({ mustChangePassword: true });
  expect(await actorWith(await cookieBy("oidc"))).toMatchObject({ mustChangePassword: false });
});

/** Rolls a transaction back that did what it was for. */
class TakenBack extends Error {}

describe("when the college demands a second factor", () => {
  /** The college is one for all tests: it demands it in a transaction nobody else sees. */
  async function mustSetUp(claim: SessionClaim, at = now): Promise<boolean | undefined> {
    let answer: boolean | undefined;
    const work = withOffice(async (tx) => {
      await tx.college.updateMany({ data: { totpRequired: true } });
      answer = (await loadActorIn(tx, claim, at))?.mustSetUpTotp;
      throw new TakenBack();
    });
    await expect(work).rejects.toThrow(TakenBack);
    return answer;
  }

  beforeAll(ensureCollege);

  test("who approves must set one up, from the first day of the role to its last", async () => {
    const { user, claim } = await signedIn();
    const branch = await newBareBranch();
    await appoint(branch, user, "webmaster");
    expect(await mustSetUp(claim)).toBe(false);
    await appoint(branch, user, "secretary", { startsOn: "2026-11-23", endsOn: "2026-11-23" });
    expect(await mustSetUp(claim)).toBe(true);
    expect(await loadActor(claim, now)).toMatchObject({ mustSetUpTotp: false });
    expect(await mustSetUp(await newSession(user, tomorrow), tomorrow)).toBe(false);
  });

  test("the office must; an authenticator that was only begun does not count", async () => {
    const { user, claim } = await signedIn();
    const { userId } = user;
    const role = { id: crypto.randomUUID(), userId, role: "office", startsOn: new Date("2020-01-01") } as const;
    await withOffice((tx) => tx.collegeRole.create({ data: role }));
    expect(await mustSetUp(claim)).toBe(true);
    await withOffice((tx) => tx.secondFactor.create({ data: { userId, secret: "sealed" } }));
    expect(await mustSetUp(claim)).toBe(true);
    await withOffice((tx) => tx.secondFactor.update({ where: { userId }, data: { confirmedAt: now } }));
    expect(await mustSetUp(claim)).toBe(false);
  });

  test("a factor the campus asked for is one", async () => {
    const { user } = await signedIn();
    await appoint(await newBareBranch(), user, "secretary");
    expect(await mustSetUp(await newSession(user, now, "oidc"))).toBe(true);
    expect(await mustSetUp(await newSession(user, now, "oidc-mfa"))).toBe(false);
  });
});
