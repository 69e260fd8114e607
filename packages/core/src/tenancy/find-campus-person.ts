import { type Tx, withOffice } from "@zhibu/db/scope";
import { normaliseLoginName } from "@zhibu/domain/tenancy/account-inputs";
import { auditCollege } from "../audit/audit-college.ts";

type CampusIdentity = { issuer: string; subject: string; loginName: string | null };

/** The person with the login name the campus gives, when nobody else at this issuer was matched to them before. */
async function personByName(tx: Tx, { issuer, loginName }: CampusIdentity): Promise<string | null> {
  if (loginName === null) return null;
  const user = await tx.user.findUnique({ where: { loginName: normaliseLoginName(loginName) } });
  if (!user || user.disabledAt) return null;
  // The campus may give a name to somebody new: the account stays with who came first.
  const taken = await tx.externalIdentity.count({ where: { issuer, userId: user.id } });
  return taken === 0 ? user.id : null;
}

/**
 * The person a campus identity signs in as. The first time it is matched by login name and kept, so that a name that
 * changes later changes nothing; no person is ever made. `null` for a stranger and for a disabled person alike.
 */
export async function findCampusPerson(
  identity: CampusIdentity,
  now: Date,
): Promise<{ userId: string; passwordSetAt: number | null; needsCode: boolean } | null> {
  const { issuer, subject } = identity;
  return withOffice(async (tx) => {
    const known = await tx.externalIdentity.findUnique({ where: { issuer_subject: { issuer, subject } } });
    const userId = known?.userId ?? (await personByName(tx, identity));
    if (userId === null) return null;
    const user = await tx.user.findUnique({ where: { id: userId }, include: { credential: true } });
    if (!user || user.disabledAt) return null;
    if (!known) {
      await tx.externalIdentity.create({ data: { issuer, subject, userId, createdAt: now } });
      const actor = { userId, displayName: user.displayName };
      const deed = { actor, at: now, action: "identity.link", changes: { issuer, subject } };
      await auditCollege(tx, { type: "user", id: userId }, deed);
    }
    const factor = await tx.secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
    return {
      userId,
      passwordSetAt: user.credential?.changedAt.getTime() ?? null,
      needsCode: Boolean(factor?.confirmedAt),
    };
  });
}
