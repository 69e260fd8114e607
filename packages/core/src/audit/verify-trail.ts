import { z } from "zod";
import { withOfficeReading, withOfficeSnapshot, type Tx } from "@zhibu/db/scope";
import type { Anchor, ChainEnd } from "./anchor.ts";
import { listChainEnds } from "./chain-ends.ts";
import { listAnchors } from "./list-anchors.ts";
import { readChain } from "./read-chain.ts";
import { takeAnchorAction } from "./take-anchor.ts";
import {
  anchoredRows,
  verifyAnchorRows,
  verifyAnchorWitnesses,
  type AnchorBreak,
  type AnchorClaim,
  type AnchorCopy,
} from "./verify-anchors.ts";
import { chainVerifier, type AnchoredRow, type ChainReport, type ChainRow } from "./verify-chain.ts";

/** A chain of ten million rows takes minutes; nothing waits for it. */
const chainTimeoutMs = 60 * 60_000;

export type VerifyOptions = {
  /** One chain alone; otherwise every chain there is or an anchor knows of. */
  chainId?: string;
  /** Exported anchors to hold the database against. */
  copies: AsyncIterable<AnchorCopy>;
  onProgress?: (rowsDone: number, rowsTotal: number) => void | Promise<void>;
};

/** One chain that was walked; `name` is empty where no branch and no college bears its id. */
export type VerifiedChain = ChainReport & { chainId: string; name: string; slug: string | null };

export type TrailReport = {
  chains: number;
  rows: number;
  /** Rows no anchor covers yet: a tail cut off here would not be noticed. */
  rowsUnanchored: number;
  anchors: number;
  lastAnchorDay: string | null;
  copies: number;
  /** The chains in which something is wrong. */
  broken: readonly VerifiedChain[];
  anchorBreaks: readonly AnchorBreak[];
};

/** Whether nothing is wrong. */
export function isWhole({ broken, anchorBreaks }: Pick<TrailReport, "broken" | "anchorBreaks">): boolean {
  return broken.length === 0 && anchorBreaks.length === 0;
}

/**
 * Verifies the trail against itself, its anchors and their copies. Reads only, each chain in one snapshot of its own.
 * The anchors are read before the chains, so that whatever they name must be there, and once more afterwards, so that
 * one taken meanwhile is no finding.
 */
export async function verifyTrail({ chainId, copies, onProgress }: VerifyOptions): Promise<TrailReport> {
  const { anchors, ends, names } = await withOfficeReading(readFrame);
  const known = await collectCopies(copies, anchors);
  const recorded = anchoredRows([...anchors, ...known.flatMap(({ anchor }) => anchor ?? [])]);
  const every = new Set([...ends.map((end) => end.chainId), ...recorded.keys()]);
  const chainIds = chainId === undefined ? [...every] : [chainId];
  const rowsTotal = ends.reduce((sum, end) => (chainIds.includes(end.chainId) ? sum + end.seq : sum), 0);

  const claims: AnchorClaim[] = [];
  const chains: VerifiedChain[] = [];
  let rows = 0;
  await onProgress?.(0, rowsTotal);
  for (const id of chainIds) {
    const report = await verifyStoredChain(id, recorded.get(id) ?? [], async (batch) => {
      claims.push(...claimsIn(batch));
      rows += batch.length;
      await onProgress?.(rows, Math.max(rowsTotal, rows));
    });
    chains.push({ chainId: id, ...(names.get(id) ?? { name: "", slug: null }), ...report });
  }
  const anchorsNow = await withOfficeReading((tx) => listAnchors(tx));
  return {
    chains: chains.length,
    rows,
    rowsUnanchored: chains.reduce((sum, chain) => sum + unanchored(chain, anchors.at(-1)), 0),
    anchors: anchorsNow.length,
    lastAnchorDay: anchorsNow.at(-1)?.day ?? null,
    copies: known.length,
    broken: chains.filter((chain) => chain.breakCount > 0 || chain.name === ""),
    anchorBreaks: [...verifyAnchorRows(anchorsNow), ...verifyAnchorWitnesses(anchorsNow, known, claims)],
  };
}

type Name = { name: string; slug: string | null };

async function readFrame(tx: Tx): Promise<{ anchors: Anchor[]; ends: ChainEnd[]; names: Map<string, Name> }> {
  const colleges = await tx.college.findMany({ select: { id: true, name: true } });
  const branches = await tx.branch.findMany({ select: { id: true, name: true, slug: true } });
  const names = new Map<string, Name>(branches.map(({ id, name, slug }) => [id, { name, slug }]));
  for (const { id, name } of colleges) names.set(id, { name, slug: null });
  return { anchors: await listAnchors(tx), ends: await listChainEnds(tx), names };
}

/** A copy that says what the database says shares its rows with it: years of anchors are held once, not twice. */
async function collectCopies(copies: AsyncIterable<AnchorCopy>, anchors: readonly Anchor[]): Promise<AnchorCopy[]> {
  const own = new Map(anchors.map((anchor) => [anchor.hash, anchor]));
  const known: AnchorCopy[] = [];
  for await (const copy of copies) known.push({ ...copy, anchor: own.get(copy.anchor?.hash ?? "") ?? copy.anchor });
  return known;
}

function verifyStoredChain(
  chainId: string,
  anchors: readonly AnchoredRow[],
  onRows: (rows: readonly ChainRow[]) => Promise<void>,
): Promise<ChainReport> {
  return withOfficeSnapshot(chainTimeoutMs, async (tx) => {
    const verifier = chainVerifier(anchors);
    for await (const rows of readChain(tx, chainId)) {
      for (const row of rows) verifier.next(row);
      await onRows(rows);
    }
    return verifier.end();
  });
}

const claimSchema = z.object({ day: z.string().catch(""), hash: z.string().catch("") });

/** What the rows say of anchors that were taken. */
function claimsIn(rows: readonly ChainRow[]): AnchorClaim[] {
  return rows.filter(({ action }) => action === takeAnchorAction).map(({ changes }) => claimSchema.parse(changes));
}

function unanchored({ chainId, last }: VerifiedChain, newest: Anchor | undefined): number {
  const end = newest?.chains.find((chain) => chain.chainId === chainId);
  return Math.max((last?.seq ?? 0) - (end?.seq ?? 0), 0);
}
