import { createBranch } from "@zhibu/core/tenancy/create-branch";
import { hashPassword } from "@zhibu/core/tenancy/password-hash";
import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { inventNames } from "../demo/names.ts";
import { seededRandom } from "../engine/random.ts";

export type SyntheticPerson = { id: string; displayName: string; role: BranchRole };

/** A branch to fill: its people, the columns its articles go to, and how many they are to be. */
export type SyntheticBranch = { tenantId: string; people: SyntheticPerson[]; columnIds: string[]; articles: number };

/** The branch's first person with a role; every synthetic branch has one of each. */
export function personWith({ people }: SyntheticBranch, role: BranchRole): SyntheticPerson {
  const person = people.find((each) => each.role === role);
  if (!person) throw new Error(`a synthetic branch without ${role}`);
  return person;
}

const branchesWithALargeOne = 40;

/** How many articles each branch gets: the same, but for the first of many, which is the college's largest with a 40th of all. */
export function shareArticles(branches: number, articles: number): number[] {
  const large = branches >= branchesWithALargeOne ? Math.floor(articles / branchesWithALargeOne) : 0;
  const rest = articles - large;
  const others = large === 0 ? branches : branches - 1;
  const shares = Array.from(
    { length: others },
    (_, index) => Math.floor(rest / others) + (index < rest % others ? 1 : 0),
  );
  return large === 0 ? shares : [large, ...shares];
}

const staff: readonly BranchRole[] = ["secretary", "webmaster", "organiser", "contributor", "contributor"];

const fieldNames = ["基础", "临床", "护理", "药学", "检验", "影像", "口腔", "康复", "管理", "公卫"];
const leafKeys = flattenBaselineColumns().flatMap(({ key, parentKey }) => (parentKey === null ? [] : [key]));

/** Makes the college where there is none, so that the portal has a name to show. */
export async function ensureCollege(name: string): Promise<void> {
  await withOffice(async (tx) => {
    if ((await tx.college.count()) > 0) return;
    const id = newId();
    await tx.college.create({ data: { id, name, shortName: name } });
    await tx.siteVersion.create({ data: { siteId: id } });
  });
}

/** The highest number of a synthetic branch there is; slugs are `s00001` and so on. */
async function lastNumber(tx: Tx): Promise<number> {
  const [last] = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM branch WHERE slug ~ '^s[0-9]{5}$' ORDER BY slug DESC LIMIT 1`;
  return last ? Number(last.slug.slice(1)) : 0;
}

async function makeBranch(tx: Tx, number: number, passwordHash: string, articles: number): Promise<SyntheticBranch> {
  const digits = String(number).padStart(5, "0");
  const field = fieldNames[number % fieldNames.length] ?? "综合";
  const name = `${field}系第${number}党支部`;
  const tenantId = await createBranch(tx, {
    slug: `s${digits}`,
    name,
    shortName: name,
    kind: "direct",
    position: number,
  });
  const names = inventNames(seededRandom(`synthetic/${number}`), staff.length, new Set());
  const people = staff.map((role, index) => {
    const second = staff.indexOf(role) < index ? "2" : "";
    return { id: newId(), loginName: `${role}${second}.s${digits}`, displayName: names[index] ?? "", role };
  });
  await tx.user.createMany({ data: people.map(({ role: _role, ...user }) => user) });
  await tx.credential.createMany({
    data: people.map(({ id }) => ({ userId: id, passwordHash, mustChangePassword: false })),
  });
  const startsOn = new Date("2024-01-01");
  await tx.branchRole.createMany({
    data: people.map(({ id, role }) => ({ tenantId, id: newId(), userId: id, role, startsOn })),
  });
  const columns = await tx.siteColumn.findMany({
    where: { tenantId, baselineKey: { in: leafKeys } },
    select: { id: true },
  });
  return { tenantId, people, columnIds: columns.map(({ id }) => id), articles };
}

const branchesATime = 20;

/** Makes one more branch for each share of articles, with its columns and its people; all share one password. */
export async function makeBranches(
  shares: readonly number[],
  password: string,
  onProgress: (done: number, total: number) => void,
): Promise<SyntheticBranch[]> {
  const passwordHash = await hashPassword(password);
  const first = (await withOffice(lastNumber)) + 1;
  const made: SyntheticBranch[] = [];
  while (made.length < shares.length) {
    const batch = await withOffice(async (tx) => {
      const branches: SyntheticBranch[] = [];
      for (const [index, articles] of shares.slice(made.length, made.length + branchesATime).entries()) {
        branches.push(await makeBranch(tx, first + made.length + index, passwordHash, articles));
      }
      return branches;
    });
    made.push(...batch);
    onProgress(made.length, shares.length);
  }
  return made;
}
