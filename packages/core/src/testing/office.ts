import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser } from "@zhibu/db/testing/factories";
import type { CollegeRole } from "@zhibu/domain/tenancy/roles";
import type { OfficeContext } from "../kernel/context.ts";

/** The context the gate would hand to a new person with these roles in the college. */
export async function officerOf(
  roles: readonly CollegeRole[] = ["office"],
  now: () => Date = () => new Date(),
): Promise<OfficeContext> {
  await ensureCollege();
  const user = await newUser("党办测试员");
  await withOffice((tx) =>
    tx.collegeRole.createMany({
      data: roles.map((role) => ({ id: newId(), userId: user.userId, role, startsOn: new Date("2020-01-01") })),
    }),
  );
  return { actor: { userId: user.userId, displayName: user.displayName, roles }, now };
}

/** What a branch's or the college's trail says of one subject, oldest first. */
export async function trailOf(siteId: string, subjectId: string) {
  return withOffice((tx) =>
    tx.auditEntry.findMany({ where: { tenantId: siteId, subjectId }, orderBy: { seq: "asc" } }),
  );
}
