import { withOfficeReading } from "@zhibu/db/scope";
import type { SearchTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { literalWords } from "../kernel/like-pattern.ts";
import { personNamed } from "../kernel/person-named.ts";

const shown = 20;

/** People to filter the trail by: those who stand in it, and no others, by name or login name. */
export async function searchTrailActors(ctx: OfficeContext, { search }: SearchTrailInput) {
  assertCanInCollege(ctx.actor.roles, "audit:read");
  return withOfficeReading(
    (tx) => tx.$queryRaw<{ id: string; displayName: string; loginName: string }[]>`
      SELECT id::text, display_name AS "displayName", login_name AS "loginName" FROM app_user u
      WHERE ${personNamed(search)} AND EXISTS (SELECT FROM audit_entry e WHERE e.actor_id = u.id)
      ORDER BY display_name, login_name LIMIT ${shown}`,
  );
}

/** Chains to filter the trail by: the college's own first, then branches by name or slug. */
export async function searchTrailChains(ctx: OfficeContext, { search }: SearchTrailInput) {
  assertCanInCollege(ctx.actor.roles, "audit:read");
  const contains = { contains: literalWords(search), mode: "insensitive" } as const;
  return withOfficeReading(async (tx) => {
    const colleges = await tx.college.findMany({ where: { name: contains }, select: { id: true, name: true } });
    const branches = await tx.branch.findMany({
      where: { OR: [{ name: contains }, { shortName: contains }, { slug: contains }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: shown,
      select: { id: true, name: true },
    });
    return [
      ...colleges.map((college) => ({ ...college, isCollege: true })),
      ...branches.map((branch) => ({ ...branch, isCollege: false })),
    ];
  });
}
