import { hashPassword } from "@zhibu/core/tenancy/password-hash";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { CollegeRole } from "@zhibu/domain/tenancy/roles";

const staff: readonly { loginName: string; displayName: string; role: CollegeRole }[] = [
  { loginName: "office.synthetic", displayName: "卢见山", role: "office" },
  { loginName: "inspector.synthetic", displayName: "温如石", role: "inspector" },
  { loginName: "auditor.synthetic", displayName: "褚观澜", role: "auditor" },
];

/** The people who look over all synthetic branches; there already when branches are added a second time. */
export async function ensureCollegeStaff(password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await withOffice(async (tx) => {
    const names = staff.map(({ loginName }) => loginName);
    if ((await tx.user.count({ where: { loginName: { in: names } } })) > 0) return;
    for (const { role, ...person } of staff) {
      const userId = newId();
      await tx.user.create({ data: { id: userId, ...person } });
      await tx.credential.create({ data: { userId, passwordHash, mustChangePassword: false } });
      await tx.collegeRole.create({ data: { id: newId(), userId, role, startsOn: new Date("2024-01-01") } });
    }
  });
}
