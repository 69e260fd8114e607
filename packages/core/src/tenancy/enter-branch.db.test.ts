import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import type { CollegeRole } from "@zhibu/domain/tenancy/roles";
import { newBranch } from "../testing/contexts.ts";
import { newPerson } from "../testing/persons.ts";
import { enterBranch } from "./enter-branch.ts";

const now = () => new Date();
const missing = { code: "NOT_FOUND", reason: "notFound" };

async function actorWith(collegeRoles: readonly CollegeRole[]) {
  return (await newPerson({ collegeRoles })).actor;
}

test("a member enters with the roles held there", async () => {
  const { tenantId, slug, name } = await newBranch();
  const { actor } = await newPerson({
    branches: [{ tenantId, slug, name, shortName: name, roles: ["secretary"] }],
  });
  expect(await enterBranch(actor, slug, now)).toMatchObject({
    tenantId,
    actor: { userId: actor.userId, roles: { branch: ["secretary"], college: [] } },
  });
});

test("the office enters every branch, with no branch role", async () => {
  const branch = await newBranch();
  const context = await enterBranch(await actorWith(["office"]), branch.slug, now);
  expect(context).toMatchObject({ tenantId: branch.tenantId, actor: { roles: { branch: [], college: ["office"] } } });
});

test.each([[[]], [["inspector"]], [["auditor"]]] as const)(
  "with %o a foreign branch and a missing one are the same",
  async (roles) => {
    const branch = await newBranch();
    const actor = await actorWith(roles);
    await expect(enterBranch(actor, branch.slug, now)).rejects.toMatchObject(missing);
    await expect(enterBranch(actor, "no-such-branch", now)).rejects.toMatchObject(missing);
  },
);

test("the office meets NOT_FOUND for a branch that does not exist", async () => {
  await expect(enterBranch(await actorWith(["office"]), "no-such-branch", now)).rejects.toMatchObject(missing);
});

test("a branch's id in place of its name enters nothing", async () => {
  const branch = await newBranch();
  await withOffice(async (tx) => expect(await tx.branch.count({ where: { id: branch.tenantId } })).toBe(1));
  await expect(enterBranch(await actorWith(["office"]), branch.tenantId, now)).rejects.toMatchObject(missing);
});
