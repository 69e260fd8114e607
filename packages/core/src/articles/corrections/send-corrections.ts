import { newId } from "@zhibu/db/new-id";
import { withOffice, withOfficeIn, type Tx } from "@zhibu/db/scope";
import type { DropScanInput, SendCorrectionsInput } from "@zhibu/domain/baseline/baseline-inputs";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../../audit/audit-college.ts";
import { appendAudit } from "../../audit/audit.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCan } from "../../notifications/who-can.ts";

type ScanRef = { scanId: string; version: number };
type Scan = Awaited<ReturnType<typeof getReadyScan>>;

/** @throws AppError NOT_FOUND, or CONFLICT when the search runs still, was sent already or gave way to another. */
async function getReadyScan(tx: Tx, { scanId, version }: ScanRef) {
  const scan = await tx.correctionScan.findUnique({ where: { id: scanId } });
  if (!scan) throw notFound();
  if (scan.version !== version || scan.state !== "ready") throw new AppError("CONFLICT", "scan.notReady");
  return scan;
}

/**
 * Makes tasks of what the office picked, branch by branch; each branch's people are told with theirs. Where it stops half-way the
 * search stays as it is, and sending again adds what is missing and tells nobody twice.
 */
export async function sendCorrections(ctx: OfficeContext, input: SendCorrectionsInput): Promise<{ sent: number }> {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  const { toggledIds } = input;
  const { scan, chosen } = await withOffice(async (tx) => ({
    scan: await getReadyScan(tx, input),
    chosen: await tx.correctionFinding.findMany({
      where: {
        scanId: input.scanId,
        // Put away, or moved to another branch, since the search went by.
        article: { visibility: { not: "archived" } },
        OR: [
          { sure: true, id: { notIn: toggledIds } },
          { sure: false, id: { in: toggledIds } },
        ],
      },
      select: {
        tenantId: true,
        articleId: true,
        oldText: true,
        newText: true,
        excerpt: true,
        occurrences: true,
        article: { select: { no: true, title: true } },
      },
      orderBy: { id: "asc" },
    }),
  }));
  let sent = 0;
  for (const [tenantId, findings] of Map.groupBy(chosen, (finding) => finding.tenantId)) {
    // From rows the office's own transaction just read.
    sent += await sendToBranch(ctx, tenantId as TenantId, scan, findings);
  }
  await withOffice(async (tx) => {
    await closeScan(tx, ctx, scan, "sent");
    await auditOffice(
      tx,
      ctx,
      "correction.send",
      { type: "correctionScan", id: scan.id },
      {
        cause: scan.causeName,
        chosen: chosen.length,
        sent,
      },
    );
  });
  return { sent };
}

type Chosen = {
  articleId: string;
  oldText: string;
  newText: string;
  excerpt: string;
  occurrences: number;
  article: { no: number; title: string };
};

async function sendToBranch(
  ctx: OfficeContext,
  tenantId: TenantId,
  scan: Scan,
  findings: readonly Chosen[],
): Promise<number> {
  const now = ctx.now();
  return withOfficeIn(tenantId, async (tx) => {
    const userIds = await whoCan(tx, tenantId, "correction:handle", shanghaiDay(now));
    let made = 0;
    for (const { article, articleId, oldText, newText, excerpt, occurrences } of findings) {
      const words = { articleId, oldText, newText, excerpt, occurrences };
      await bringUpToDate(tx, tenantId, scan, words);
      const id = newId();
      const { count } = await tx.correctionTask.createMany({
        data: [
          {
            tenantId,
            id,
            ...words,
            causeType: scan.causeType,
            causeId: scan.causeId,
            causeName: scan.causeName,
            createdAt: now,
          },
        ],
        skipDuplicates: true,
      });
      if (count === 0) continue;
      made += 1;
      await notify(tx, {
        branchId: tenantId,
        userIds,
        by: ctx.actor.userId,
        kind: "correction.asked",
        params: { title: article.title, old: words.oldText, new: words.newText },
        path: "/:branch/corrections",
        occasion: `correction.asked:${id}`,
        now,
      });
    }
    if (made > 0) {
      await appendAudit(tx, {
        tenantId,
        action: "correction.ask",
        subjectType: "correctionScan",
        subjectId: scan.id,
        actorId: ctx.actor.userId,
        actorName: ctx.actor.displayName,
        changes: { cause: scan.causeName, articles: findings.map(({ article }) => article.no) },
        at: now,
      });
    }
    return made;
  });
}

/** An open task about the same words of the same fact asks for the newest value, instead of there being two. */
async function bringUpToDate(tx: Tx, tenantId: string, scan: Scan, words: Omit<Chosen, "article">): Promise<void> {
  if (scan.causeType !== "fact") return;
  const { articleId, oldText, newText, excerpt, occurrences } = words;
  const exists = { tenantId, articleId, oldText, causeType: "fact" };
  if (await tx.correctionTask.findFirst({ where: { ...exists, causeId: scan.causeId }, select: { id: true } })) return;
  const values = await tx.factValue.findMany({ where: { factId: scan.subjectId }, select: { id: true } });
  const older = await tx.correctionTask.findFirst({
    where: { ...exists, state: "open", causeId: { in: values.map(({ id }) => id) } },
    select: { id: true },
  });
  if (!older) return;
  await tx.correctionTask.update({
    where: { tenantId_id: { tenantId, id: older.id } },
    data: { causeId: scan.causeId, newText, excerpt, occurrences, version: { increment: 1 } },
  });
}

async function closeScan(tx: Tx, ctx: OfficeContext, scan: Scan, state: "sent" | "dropped"): Promise<void> {
  const { count } = await tx.correctionScan.updateMany({
    where: { id: scan.id, version: scan.version, state: "ready" },
    data: { state, endedAt: ctx.now(), version: { increment: 1 } },
  });
  if (count !== 1) throw new AppError("CONFLICT", "scan.notReady");
}

/** Puts a search aside without telling anybody. */
export async function dropScan(ctx: OfficeContext, input: DropScanInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    const scan = await getReadyScan(tx, input);
    await closeScan(tx, ctx, scan, "dropped");
    await auditOffice(tx, ctx, "correction.drop", { type: "correctionScan", id: scan.id }, { cause: scan.causeName });
    return { scanId: scan.id };
  });
}
