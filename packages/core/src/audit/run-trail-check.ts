import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { auditCollege } from "./audit-college.ts";
import { storedAnchors } from "./read-anchor-copies.ts";
import { isWhole, verifyTrail, type TrailReport } from "./verify-trail.ts";

const beatMs = 1_000;

/** More are not read on a screen; the command names them all. */
const brokenMax = 50;

/** What a finished verification keeps. */
export type CheckResult = TrailReport & { brokenCount: number };

/**
 * Runs a verification somebody asked for, and puts its outcome into the row and on record. Safe to run twice: one that
 * ended is left alone, one that was cut short begins anew.
 */
export async function runTrailCheck(checkId: string, now: () => Date): Promise<void> {
  const check = await withOffice((tx) => tx.auditCheck.findUnique({ where: { id: checkId } }));
  if (check?.state !== "running") return;
  let beatAt = 0;
  const onProgress = async (rowsDone: number, rowsTotal: number): Promise<void> => {
    const at = now();
    if (at.getTime() - beatAt < beatMs) return;
    beatAt = at.getTime();
    await withOffice((tx) =>
      tx.auditCheck.update({ where: { id: checkId }, data: { rowsDone, rowsTotal, beatAt: at } }),
    );
  };
  try {
    const chain = check.chainId === null ? {} : { chainId: check.chainId };
    await finish(check, await verifyTrail({ ...chain, copies: storedAnchors(), onProgress }), now());
  } catch (error) {
    // When the database is back the queue tries again; anything else would fail again.
    if (error instanceof AppError && error.code === "UNAVAILABLE") throw error;
    const ended = { state: "failed", endedAt: now(), beatAt: now() };
    await withOffice((tx) => tx.auditCheck.updateMany({ where: { id: checkId, state: "running" }, data: ended }));
    throw error;
  }
}

type Check = { id: string; startedById: string; startedByName: string };

async function finish({ id, startedById, startedByName }: Check, report: TrailReport, at: Date): Promise<void> {
  const result: CheckResult = {
    ...report,
    broken: report.broken.slice(0, brokenMax),
    brokenCount: report.broken.length,
  };
  await withOffice(async (tx) => {
    const { count } = await tx.auditCheck.updateMany({
      where: { id, state: "running" },
      data: {
        state: "done",
        result,
        rowsDone: report.rows,
        rowsTotal: report.rows,
        beatAt: at,
        endedAt: at,
      },
    });
    if (count === 0) return;
    await auditCollege(
      tx,
      { type: "auditCheck", id },
      {
        actor: { userId: startedById, displayName: startedByName },
        at,
        action: "audit.checkEnd",
        changes: {
          chains: report.chains,
          rows: report.rows,
          whole: isWhole(report),
          brokenChains: report.broken.length,
          brokenAnchors: report.anchorBreaks.length,
        },
      },
    );
  });
}
