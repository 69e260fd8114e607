import { beforeAll, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { appoint, ensureCollege, newBareBranch, newUser } from "@zhibu/db/testing/factories";
import type { CollegeRole } from "@zhibu/domain/tenancy/roles";
import type { OfficeContext } from "../kernel/context.ts";
import { getCollegeSettings } from "./get-college-settings.ts";
import { switchTotp } from "./switch-totp.ts";

let college: string;

beforeAll(async () => {
  college = await ensureCollege();
});

async function giveFactor(userId: string): Promise<void> {
  await withOffice((tx) => tx.secondFactor.create({ data: { userId, secret: "sealed", confirmedAt: new Date() } }));
}

async function clerk(role: CollegeRole, factor = true): Promise<OfficeContext> {
  const { userId, displayName } = await newUser("党办干事");
  const term = { id: newId(), userId, role, startsOn: new Date("2020-01-01") };
  await withOffice((tx) => tx.collegeRole.create({ data: term }));
  if (factor) await giveFactor(userId);
  return { actor: { userId, displayName, roles: [role] }, now: () => new Date() };
}

// The tests share one college, so it stays off here; that it is switched on and what follows is an end-to-end spec's.
test("the office sets it for the college; the trail says from what to what", async () => {
  const office = await clerk("office");
  const before = await getCollegeSettings(office);
  expect(before).toMatchObject({ totp: { required: false, ownReady: true }, can: { configure: true } });
  const { version } = await switchTotp(office, { required: false, version: before.version });
  expect(await getCollegeSettings(office)).toMatchObject({ totp: { required: false }, version });
  const [entry] = await withOffice((tx) =>
    tx.auditEntry.findMany({ where: { subjectId: college, actorId: office.actor.userId } }),
  );
  expect(entry).toMatchObject({ action: "college.switchTotp", changes: { before: false, after: false } });
  const stale = switchTotp(office, { required: false, version: before.version });
  await expect(stale).rejects.toMatchObject({ code: "CONFLICT", reason: "changedMeanwhile" });
});

test("who has none themself can't ask it of others, and nobody but the office can", async () => {
  const bare = await clerk("office", false);
  const { version, totp } = await getCollegeSettings(bare);
  expect(totp.ownReady).toBe(false);
  await expect(switchTotp(bare, { required: true, version })).rejects.toMatchObject({ reason: "totp.ownFirst" });
  for (const role of ["inspector", "auditor"] as const) {
    const other = await clerk(role);
    await expect(getCollegeSettings(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(switchTotp(other, { required: true, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});

test("the office sees how many people it concerns, and how many of them are ready", async () => {
  const office = await clerk("office");
  const counts = async () => (await getCollegeSettings(office)).totp.people;
  const before = await counts();
  const branch = await newBareBranch();
  const [ready, waiting, writer, former, disabled] = [
    await newUser(),
    await newUser(),
    await newUser(),
    await newUser(),
    await newUser(),
  ];
  await appoint(branch, ready, "secretary");
  await appoint(await newBareBranch(), ready, "secretary");
  await giveFactor(ready.userId);
  await appoint(branch, waiting, "secretary");
  await appoint(branch, writer, "webmaster");
  await appoint(branch, former, "secretary", { startsOn: "2020-01-01", endsOn: "2021-01-01" });
  await appoint(branch, disabled, "secretary");
  await withOffice((tx) => tx.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } }));
  // Other tests appoint people at the same time: what we did is the least there is.
  const after = await counts();
  expect(after.needed - before.needed).toBeGreaterThanOrEqual(2);
  expect(after.ready - before.ready).toBeGreaterThanOrEqual(1);
  await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { state: "archived" } }));
});
