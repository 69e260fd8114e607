import { Prisma } from "@zhibu/db/generated/client";
import { withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { InviteNextInput } from "@zhibu/domain/tenancy/people-inputs";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { mailSettings } from "../../notifications/mail-settings.ts";
import { sendLink, type SentLink } from "./send-link.ts";

/** Links made in one go; the screen asks again until nobody is left. */
const linksAtOnce = 50;

type Addressee = { userId: string; displayName: string; loginName: string; email: string | null; branchName: string };

/** People who may sign in, never chose a password and have no link that works: asking again never sends twice. */
function waiting({ importId }: InviteNextInput, now: Date): Prisma.Sql {
  // Who is of no import waits as long as there is something to come for.
  const ofImport =
    importId === undefined
      ? Prisma.sql`(EXISTS (SELECT FROM branch_role r WHERE r.user_id = u.id AND (r.ends_on IS NULL OR r.ends_on >= ${shanghaiDay(now)}::date))
          OR EXISTS (SELECT FROM college_role r WHERE r.user_id = u.id AND (r.ends_on IS NULL OR r.ends_on >= ${shanghaiDay(now)}::date)))`
      : Prisma.sql`u.id IN (SELECT made_id FROM import_row WHERE import_id = ${importId}::uuid AND made_id IS NOT NULL)`;
  return Prisma.sql`
    u.disabled_at IS NULL AND ${ofImport}
    AND NOT EXISTS (SELECT FROM credential c WHERE c.user_id = u.id)
    AND NOT EXISTS (SELECT FROM one_time_link l WHERE l.user_id = u.id AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > ${now})`;
}

/** Mail reaches who has an address, where the installation sends any; everybody else gets a slip of paper. */
function reachedBy(by: InviteNextInput["by"]): Prisma.Sql {
  if (!mailSettings()) return by === "mail" ? Prisma.sql`false` : Prisma.sql`true`;
  return by === "mail" ? Prisma.sql`u.email IS NOT NULL` : Prisma.sql`u.email IS NULL`;
}

/** How many people wait for an invitation that could go by mail, and by paper. */
export async function countWaiting(ctx: OfficeContext, { importId }: Pick<InviteNextInput, "importId">) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const now = ctx.now();
  const [row] = await withOffice(
    (tx) => tx.$queryRaw<{ mail: number; paper: number }[]>`
      SELECT count(*) FILTER (WHERE ${reachedBy("mail")})::int AS mail, count(*) FILTER (WHERE ${reachedBy("paper")})::int AS paper
      FROM app_user u WHERE ${waiting({ importId, by: "mail" }, now)}`,
  );
  return row ?? { mail: 0, paper: 0 };
}

/**
 * Invites the next people who wait: by mail, or as links to be printed and handed over, which are shown this once.
 * Asked again and again until `left` is 0; a stop in between loses nothing and repeats nothing.
 */
export async function inviteNext(ctx: OfficeContext, input: InviteNextInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const now = ctx.now();
  return withOffice(async (tx) => {
    // Two screens at once take different people.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('inviteNext', 0))::text`;
    const wanted = Prisma.sql`${waiting(input, now)} AND ${reachedBy(input.by)}`;
    const people = await tx.$queryRaw<Addressee[]>`
      SELECT u.id AS "userId", u.display_name AS "displayName", u.login_name AS "loginName", u.email,
        coalesce((SELECT b.name FROM branch_role r JOIN branch b ON b.id = r.tenant_id
          WHERE r.user_id = u.id ORDER BY r.created_at LIMIT 1), '') AS "branchName"
      FROM app_user u WHERE ${wanted} ORDER BY u.display_name, u.id LIMIT ${linksAtOnce}`;
    const links: (SentLink & { branchName: string })[] = [];
    for (const { branchName, ...person } of people) {
      const addressee = input.by === "mail" ? person : { ...person, email: null };
      links.push({ ...(await sendLink(tx, ctx, addressee, "invite")), branchName });
    }
    const [{ left } = { left: 0 }] = await tx.$queryRaw<{ left: number }[]>`
      SELECT count(*)::int AS left FROM app_user u WHERE ${wanted}`;
    if (links.length > 0) {
      const subject = input.importId ? { type: "import", id: input.importId } : { type: "user", id: ctx.actor.userId };
      await auditOffice(tx, ctx, "person.inviteMany", subject, {
        by: input.by,
        loginNames: links.map((link) => link.loginName),
      });
    }
    // What was mailed is for the addressee's eyes alone.
    return { sent: links.length, left, links: input.by === "paper" ? links : [] };
  });
}
