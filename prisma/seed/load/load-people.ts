import { hashPassword } from "@zhibu/core/tenancy/password-hash";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { collegeStaff } from "../baseline/college-staff.ts";
import type { DemoSite } from "../demo/build-college.ts";
import { officeWriter } from "../demo/office-site/office-site.ts";
import { secondRole, type Appointment } from "../demo/staff.ts";

/** Login name → id of the person. */
export type PeopleIds = ReadonlyMap<string, string>;

export type LoadedBranch = { demo: DemoSite; tenantId: string };

/** People whose term is over keep their name on record and can't sign in. */
function maySignIn({ endsOn, role }: Pick<Appointment, "endsOn" | "role">): boolean {
  return endsOn === null || role === "secretary";
}

async function insertUsers(
  tx: Tx,
  people: readonly { loginName: string; name: string; signsIn: boolean }[],
  password: string,
): Promise<PeopleIds> {
  const ids = new Map(people.map(({ loginName }) => [loginName, newId()]));
  const idOf = (loginName: string): string => ids.get(loginName) ?? newId();
  await tx.user.createMany({
    data: people.map(({ loginName, name }) => ({ id: idOf(loginName), loginName, displayName: name })),
  });
  const hashed = await Promise.all(
    people
      .filter(({ signsIn }) => signsIn)
      .map(async ({ loginName }) => ({ userId: idOf(loginName), passwordHash: await hashPassword(password) })),
  );
  // The password is printed at the start, so nobody has to choose a new one first.
  await tx.credential.createMany({ data: hashed.map((row) => ({ ...row, mustChangePassword: false })) });
  return ids;
}

/** Accounts, credentials and terms of everybody in the branches, the office and the inspection. */
export async function loadPeople(tx: Tx, branches: readonly LoadedBranch[], password: string): Promise<PeopleIds> {
  const ofBranches = branches.flatMap(({ demo, tenantId }) =>
    demo.staff.map((appointment) => ({ ...appointment, tenantId })),
  );
  const ids = await insertUsers(
    tx,
    [
      ...ofBranches.map((person) => ({ ...person, signsIn: maySignIn(person) })),
      ...collegeStaff.map((person) => ({ ...person, signsIn: true })),
    ],
    password,
  );
  const userOf = (loginName: string): string => ids.get(loginName) ?? "";
  const office = userOf("office");
  const [firstTerm] = ofBranches;
  const furtherTerms = [secondRole, officeWriter].flatMap(({ loginName, branch, role }) => {
    const tenantId = branches.find(({ demo }) => demo.profile.slug === branch)?.tenantId;
    const startsOn = (ofBranches.find((term) => term.loginName === loginName) ?? firstTerm)?.startsOn;
    return tenantId && startsOn ? [{ tenantId, loginName, role, startsOn, endsOn: null }] : [];
  });
  const terms = [...ofBranches, ...furtherTerms];
  await tx.branchRole.createMany({
    data: terms.map(({ tenantId, loginName, role, startsOn, endsOn }) => ({
      tenantId,
      id: newId(),
      userId: userOf(loginName),
      role,
      startsOn: new Date(startsOn),
      endsOn: endsOn === null ? null : new Date(endsOn),
      appointedById: office,
    })),
  });
  await tx.collegeRole.createMany({
    data: collegeStaff.map(({ loginName, role }) => ({
      id: newId(),
      userId: userOf(loginName),
      role,
      startsOn: new Date(firstTerm?.startsOn ?? 0),
    })),
  });
  return ids;
}
