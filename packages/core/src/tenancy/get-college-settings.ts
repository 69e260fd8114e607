import { type Tx, withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { rolesDemandingSecondFactor } from "@zhibu/domain/tenancy/second-factor";
import type { OfficeContext } from "../kernel/context.ts";

type Counts = { needed: number; ready: number };

/** How many people the switch concerns today, and how many of them have an authenticator already. */
async function countConcerned(tx: Tx, today: string): Promise<Counts> {
  const { branch, college } = rolesDemandingSecondFactor;
  const [counts] = await tx.$queryRaw<Counts[]>`
    WITH concerned AS (
      SELECT r.user_id FROM branch_role r JOIN branch b ON b.id = r.tenant_id
      WHERE r.role::text = ANY (${branch}) AND b.state <> 'archived'
        AND r.starts_on <= ${today}::date AND (r.ends_on IS NULL OR r.ends_on >= ${today}::date)
      UNION
      SELECT user_id FROM college_role
      WHERE role::text = ANY (${college})
        AND starts_on <= ${today}::date AND (ends_on IS NULL OR ends_on >= ${today}::date))
    SELECT count(*)::int AS needed, count(f.user_id)::int AS ready
    FROM concerned c JOIN app_user u ON u.id = c.user_id AND u.disabled_at IS NULL
    LEFT JOIN second_factor f ON f.user_id = c.user_id AND f.confirmed_at IS NOT NULL`;
  return counts ?? { needed: 0, ready: 0 };
}

/** What the office may set for the whole college, with the version a change must name. */
export async function getCollegeSettings(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "college:read");
  return withOffice(async (tx) => {
    const { totpRequired, version, ...college } = await tx.college.findFirstOrThrow({
      select: {
        ...{ name: true, shortName: true, address: true, phone: true, email: true, icp: true },
        ...{ totpRequired: true, version: true },
      },
    });
    const own = await tx.secondFactor.findUnique({
      where: { userId: ctx.actor.userId },
      select: { confirmedAt: true },
    });
    return {
      college,
      totp: {
        required: totpRequired,
        people: await countConcerned(tx, shanghaiDay(ctx.now())),
        /** Whether the person asking has one themself: without it they can't ask it of others. */
        ownReady: Boolean(own?.confirmedAt),
      },
      version,
      can: { configure: canInCollege(ctx.actor.roles, "college:configure") },
    };
  });
}

export type CollegeSettings = Awaited<ReturnType<typeof getCollegeSettings>>;
