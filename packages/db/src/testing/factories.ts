import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { newId } from "../new-id.ts";
import { withOffice } from "../scope.ts";

export type TestBranch = { tenantId: TenantId; slug: string; name: string };
export type TestUser = { userId: UserId; loginName: string; displayName: string };

/** The college row every site version of the portal hangs on; made once per database. */
export async function ensureCollege(): Promise<string> {
  return withOffice(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(1)::text`;
    const existing = await tx.college.findFirst();
    if (existing) return existing.id;
    const id = newId();
    await tx.college.create({ data: { id, name: "测试学院", shortName: "测试" } });
    await tx.siteVersion.create({ data: { siteId: id } });
    return id;
  });
}

/** A branch without columns or people, under a name no other test has. */
export async function newBareBranch(): Promise<TestBranch> {
  await ensureCollege();
  const id = newId();
  const slug = `t${id.replaceAll("-", "").slice(8, 30)}`;
  const name = `测试支部${slug.slice(-6)}`;
  await withOffice(async (tx) => {
    await tx.branch.create({ data: { id, slug, name, shortName: name, kind: "direct" } });
    await tx.siteVersion.create({ data: { siteId: id } });
  });
  return { tenantId: id as TenantId, slug, name };
}

/** A person without credential or roles. */
export async function newUser(displayName = "测试员"): Promise<TestUser> {
  const id = newId();
  const loginName = `u${id.replaceAll("-", "").slice(8)}`;
  await withOffice((tx) => tx.user.create({ data: { id, loginName, displayName } }));
  return { userId: id as UserId, loginName, displayName };
}

/** Appoints a person; the term is open unless given. */
export async function appoint(
  branch: TestBranch,
  user: TestUser,
  role: BranchRole,
  term: { startsOn: string; endsOn?: string } = { startsOn: "2020-01-01" },
): Promise<void> {
  await withOffice((tx) =>
    tx.branchRole.create({
      data: {
        tenantId: branch.tenantId,
        id: newId(),
        userId: user.userId,
        role,
        startsOn: new Date(term.startsOn),
        endsOn: term.endsOn ? new Date(term.endsOn) : null,
      },
    }),
  );
}
