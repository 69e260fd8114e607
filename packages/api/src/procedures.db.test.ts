import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { provideStorage } from "@zhibu/core/media/testing/storage-for-tests";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { CollegeRole } from "@zhibu/domain/tenancy/roles";
import { actorOf, type Answer, call, errorIn } from "./testing/call.ts";
import { allProcedures, type Procedure, takesBranch } from "./testing/procedures.ts";
import { asksForIds, sampleInput, type SampleIds } from "./testing/sample-input.ts";
import { type Attacker, attackersOf, victimBranch } from "./testing/two-branches.ts";

/** Open to everyone; whoever adds one adds it here, and says why. */
const publicPaths: readonly string[] = [
  // Who follows a link has no account to sign in to yet: the link is the proof.
  "account.redeemLink",
];
/** What someone whose password was handed out may do before choosing their own. */
const beforeOwnPassword = ["account.me", "account.changePassword", "account.signOutEverywhere"];
/** What someone whose role demands a second factor may do before they have one: set it up, and mind their sessions. */
const beforeOwnFactor = [
  ...beforeOwnPassword,
  "account.security",
  "account.startTotp",
  "account.confirmTotp",
  "account.sessions",
  "account.endSession",
];
/** What concerns the person's own account alone, and needs the factor. */
const ownAccount = ["account.removeTotp", "account.renewRecoveryCodes", "account.terms", "account.branches"];
/** Concern the person over all their branches: they take no branch and show no rows of another's. */
/** What the person was told, and how many matters wait for them. */
const ownNotices = [
  "desk.due",
  ...["unread", "list", "markRead", "markAllRead", "markVisited", "wish", "saveWish"].map(
    (verb) => `notifications.${verb}`,
  ),
];
const withoutBranch = [...ownNotices, ...publicPaths, ...beforeOwnFactor, ...ownAccount, "desk.inbox", "desk.handOver"];

const anyIds: SampleIds = () => randomUUID();

/** An empty list, or a goodbye nobody has to hear: these answer, with nothing in it. */
const quietOnMissing = ["articles.list", "articles.leavePresence"];
/** What a form says of a column that is gone, theirs or anybody's. */
const columnGone = "article.columnGone";

function outcomeOf({ path }: Procedure, answer: Answer): string {
  if (answer.status === 200) return quietOnMissing.includes(path) ? "quiet" : "answered";
  const { appCode, reason } = errorIn(answer);
  return reason === columnGone ? "NOT_FOUND" : appCode;
}

provideStorage();

let victim: Awaited<ReturnType<typeof victimBranch>>;
let attackers: Attacker[];

beforeAll(async () => {
  victim = await victimBranch();
  attackers = await attackersOf();
});

const procedures = allProcedures();
const inBranch = procedures.filter((procedure) => takesBranch(procedure) && !isOffices(procedure));
const offices = procedures.filter(isOffices);
const withIds = inBranch.filter(({ input }) => input !== null && asksForIds(input));

/** What the auditor is there for. */
const auditorsPrefix = "office.audit.";

function isOffices({ path }: Procedure): boolean {
  return path.startsWith("office.");
}

function inputOf({ input }: Procedure, ids: SampleIds, branch: string): Record<string, unknown> | undefined {
  return input ? { ...sampleInput(input, ids), branch } : undefined;
}

test("the loops below have something to loop over", () => {
  expect(procedures.length).toBeGreaterThan(30);
  expect(withIds.length).toBeGreaterThan(20);
});

test("a procedure either takes a branch, or is the office's, or is known to need neither", () => {
  const others = procedures.filter((procedure) => !takesBranch(procedure) && !isOffices(procedure));
  expect(others.map(({ path }) => path).toSorted()).toEqual(withoutBranch.toSorted());
});

describe("nobody signed in", () => {
  test.each(procedures)("$path is refused", async (procedure) => {
    if (publicPaths.includes(procedure.path)) return;
    const answer = await call(procedure, inputOf(procedure, anyIds, victim.branch.slug), null);
    expect(answer.status).toBe(401);
    expect(errorIn(answer)).toMatchObject({ appCode: "UNAUTHENTICATED", reason: "signInAgain" });
  });
});

describe("a secretary with a handed-out password", () => {
  test.each(procedures)("$path waits for a password of their own", async (procedure) => {
    if (publicPaths.includes(procedure.path) || beforeOwnPassword.includes(procedure.path)) return;
    const { branch, staff } = victim;
    const actor = { ...actorOf(staff.secretary, branch), mustChangePassword: true };
    const answer = await call(procedure, inputOf(procedure, anyIds, branch.slug), actor);
    expect(answer.status).toBe(403);
    expect(errorIn(answer)).toMatchObject({ appCode: "PASSWORD_CHANGE_REQUIRED" });
  });
});

describe("a secretary without the second factor their role demands", () => {
  test.each(procedures)("$path waits for it to be set up", async (procedure) => {
    if (publicPaths.includes(procedure.path) || beforeOwnFactor.includes(procedure.path)) return;
    const { branch, staff } = victim;
    const actor = { ...actorOf(staff.secretary, branch), mustSetUpTotp: true };
    const answer = await call(procedure, inputOf(procedure, anyIds, branch.slug), actor);
    expect(answer.status).toBe(403);
    expect(errorIn(answer)).toMatchObject({ appCode: "SECOND_FACTOR_REQUIRED" });
  });
});

describe("another branch's webmaster and secretary", () => {
  test.each(inBranch)("$path: a foreign branch is one that does not exist", async (procedure) => {
    const { slug } = victim.branch;
    for (const { actor } of attackers) {
      const at = (branch: string) => call(procedure, inputOf(procedure, victim.foreignIds, branch), actor);
      const [foreign, missing] = [await at(slug), await at(`x${slug.slice(1)}`)];
      expect(foreign.status).toBe(404);
      expect(errorIn(foreign)).toMatchObject({ appCode: "NOT_FOUND", reason: "notFound" });
      expect(foreign).toEqual(missing);
    }
  });

  test.each(withIds)("$path: foreign ids in their own branch are ids that do not exist", async (procedure) => {
    const before = await victim.state();
    for (const { actor, slug } of attackers) {
      const at = (ids: SampleIds) => call(procedure, inputOf(procedure, ids, slug), actor);
      const [foreign, missing] = [await at(victim.foreignIds), await at(anyIds)];
      expect(foreign).toEqual(missing);
      expect(["NOT_FOUND", "FORBIDDEN", "quiet"]).toContain(outcomeOf(procedure, foreign));
    }
    expect(await victim.state()).toEqual(before);
  });
});

describe("at the office's door", () => {
  test.each(offices)("$path: a branch's webmaster and secretary find nothing", async (procedure) => {
    for (const { actor } of attackers) {
      const answer = await call(procedure, inputOf(procedure, victim.foreignIds, victim.branch.slug), actor);
      expect(answer.status).toBe(404);
      expect(errorIn(answer)).toMatchObject({ appCode: "NOT_FOUND", reason: "notFound" });
    }
  });

  test.each(offices)("$path: an inspector may not, and an auditor only reads the trail", async (procedure) => {
    const [{ actor } = { actor: null }] = attackers;
    if (!actor) throw new Error("nobody to send");
    const as = (role: CollegeRole) =>
      call(procedure, inputOf(procedure, victim.foreignIds, victim.branch.slug), { ...actor, collegeRoles: [role] });
    expect(errorIn(await as("inspector"))).toMatchObject({ appCode: "FORBIDDEN" });
    if (procedure.path.startsWith(auditorsPrefix)) return;
    expect(errorIn(await as("auditor"))).toMatchObject({ appCode: "FORBIDDEN" });
  });

  test.each(offices)("$path: an office role without the second factor it needs reaches nothing", async (procedure) => {
    const [{ actor } = { actor: null }] = attackers;
    if (!actor) throw new Error("nobody to send");
    const office: Actor = { ...actor, collegeRoles: ["office"], mustSetUpTotp: true };
    const answer = await call(procedure, inputOf(procedure, victim.foreignIds, victim.branch.slug), office);
    expect(answer.status).toBe(403);
    expect(errorIn(answer)).toMatchObject({ appCode: "SECOND_FACTOR_REQUIRED" });
  });
});
