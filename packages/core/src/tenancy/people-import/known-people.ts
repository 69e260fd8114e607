import type { Tx } from "@zhibu/db/scope";
import type { ComparedRow, KnownPeople } from "@zhibu/domain/tenancy/people-import/compare-people-rows";
import { branchWords, type BranchWords } from "@zhibu/domain/tenancy/people-import/read-people-row";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { dayOf, optionalDayOf } from "../../kernel/day-of.ts";

/** Every branch under the words people write for it. */
export async function knownBranches(tx: Tx): Promise<BranchWords> {
  const rows = await tx.branch.findMany({
    select: { id: true, slug: true, name: true, shortName: true, state: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return branchWords(
    rows.map(({ id, state, ...words }) => ({ tenantId: id, archived: state === "archived", ...words })),
  );
}

type AppointmentRow = {
  tenant_id: string;
  role: BranchRole;
  user_id: string;
  login_name: string;
  display_name: string;
  starts_on: Date;
  ends_on: Date | null;
};

/** What the database knows of the names, addresses and posts in the rows: a statement each, however many rows. */
export async function knownPeople(tx: Tx, rows: readonly ComparedRow[]): Promise<KnownPeople> {
  const loginNames = distinct(rows.map(({ row }) => row.loginName));
  const emails = distinct(rows.map(({ row }) => row.email));
  const persons = await tx.$queryRaw<
    { user_id: string; login_name: string; display_name: string; email: string | null; disabled: boolean }[]
  >`
    SELECT id AS user_id, login_name, display_name, email, disabled_at IS NOT NULL AS disabled FROM app_user
    WHERE login_name = ANY (${loginNames}::text[]) OR email = ANY (${emails}::text[])`;
  const tenantIds = distinct(rows.map(({ row }) => row.tenantId));
  const names = distinct(rows.map(({ row }) => row.displayName));
  const appointments = await tx.$queryRaw<AppointmentRow[]>`
    SELECT r.tenant_id, r.role::text AS role, r.user_id, u.login_name, u.display_name, r.starts_on, r.ends_on
    FROM app_user u JOIN branch_role r ON r.user_id = u.id
    WHERE u.display_name = ANY (${names}::text[]) AND r.tenant_id = ANY (${tenantIds}::uuid[])`;
  const archived = await tx.branch.findMany({
    where: { id: { in: tenantIds }, state: "archived" },
    select: { id: true },
  });
  return {
    archived: new Set(archived.map(({ id }) => id)),
    persons: persons.map((row) => ({
      userId: row.user_id,
      loginName: row.login_name,
      displayName: row.display_name,
      email: row.email,
      disabled: row.disabled,
    })),
    appointments: appointments.map((row) => ({
      tenantId: row.tenant_id,
      role: row.role,
      userId: row.user_id,
      loginName: row.login_name,
      displayName: row.display_name,
      startsOn: dayOf(row.starts_on),
      endsOn: optionalDayOf(row.ends_on),
    })),
  };
}

function distinct(words: readonly (string | null)[]): string[] {
  return [...new Set(words.filter((word) => word !== null))];
}
