import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { dateOf } from "../kernel/day-of.ts";
import { anchorHash, type Anchor } from "./anchor.ts";
import { genesis } from "./audit-hash.ts";
import { appendAudit } from "./audit.ts";
import { listChainEnds } from "./chain-ends.ts";

/** What the trail calls the taking of an anchor; verification reads it back. */
export const takeAnchorAction = "anchor.take";

/**
 * Records where every chain ends today, linked to the anchor before, and names it in the college's own trail.
 * Safe to run any number of times: `null` when today has one already, or there is nothing to anchor yet.
 */
export async function takeAnchor(now: Date): Promise<Anchor | null> {
  const day = shanghaiDay(now);
  return withOffice(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit:anchor', 0))::text`;
    const college = await tx.college.findFirst({ select: { id: true } });
    const before = await tx.auditAnchor.findFirst({ orderBy: { day: "desc" }, select: { day: true, hash: true } });
    if (!college || (before && before.day >= dateOf(day))) return null;
    const chains = await listChainEnds(tx);
    if (chains.length === 0) return null;
    const content = { day, chains, prevHash: before?.hash ?? genesis };
    const hash = anchorHash(content);
    const id = newId();
    await tx.auditAnchor.create({ data: { ...content, id, day: dateOf(day), hash, createdAt: now } });
    await appendAudit(tx, {
      tenantId: college.id,
      action: takeAnchorAction,
      subjectType: "anchor",
      subjectId: id,
      actorId: null,
      actorName: "system",
      changes: { day, hash, chains: chains.length },
      at: now,
    });
    return { ...content, hash };
  });
}
