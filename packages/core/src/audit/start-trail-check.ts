import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import type { VerifyTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { enqueue } from "../kernel/queue.ts";
import { auditOffice } from "./audit-college.ts";
import { trailCheckJob } from "./trail-check-job.ts";

/** Silent for so long, the job has died and will not end. */
export const checkSilentMs = 10 * 60_000;

/**
 * Has the trail verified in the background and goes on record itself; one at a time: whoever asks meanwhile gets the
 * one that runs. It changes nothing of what it reads, so whoever may read the trail may verify it.
 */
export async function startTrailCheck(ctx: OfficeContext, { chainId }: VerifyTrailInput): Promise<{ checkId: string }> {
  assertCanInCollege(ctx.actor.roles, "audit:read");
  const now = ctx.now();
  return withOffice(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit:check', 0))::text`;
    const alive = { state: "running", beatAt: { gt: new Date(now.getTime() - checkSilentMs) } };
    const running = await tx.auditCheck.findFirst({ where: alive, select: { id: true } });
    if (running) return { checkId: running.id };
    const chain = chainId === undefined ? null : await chainName(tx, chainId);
    const id = newId();
    await tx.auditCheck.create({
      data: {
        id,
        chainId: chainId ?? null,
        state: "running",
        startedById: ctx.actor.userId,
        startedByName: ctx.actor.displayName,
        startedAt: now,
        beatAt: now,
      },
    });
    await enqueue(tx, trailCheckJob, { checkId: id });
    await auditOffice(tx, ctx, "audit.check", { type: "auditCheck", id }, { chainId: chainId ?? null, name: chain });
    return { checkId: id };
  });
}

/** @throws AppError NOT_FOUND when neither a branch nor the college has such a chain. */
async function chainName(tx: Tx, chainId: string): Promise<string> {
  const branch = await tx.branch.findUnique({ where: { id: chainId }, select: { name: true } });
  const owner = branch ?? (await tx.college.findUnique({ where: { id: chainId }, select: { name: true } }));
  if (!owner) throw notFound();
  return owner.name;
}
