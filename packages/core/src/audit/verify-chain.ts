import { auditHash, genesis, type AuditRecord } from "./audit-hash.ts";

export type ChainRow = AuditRecord & { hash: string };

/** Where a chain stood on a day, as an anchor recorded it. */
export type AnchoredRow = { seq: number; hash: string; day: string };

/**
 * How a chain can be broken, each at one place:
 * `edited` the row's content does not give the row's hash · `unlinked` it does not name the hash of the row before it ·
 * `missing` rows before it are gone · `surplus` its number was there already, or lies before the first ·
 * `rewritten` an anchor recorded another row under this number · `cut` an anchor recorded rows after the last.
 */
export type ChainBreakKind = "edited" | "unlinked" | "missing" | "surplus" | "rewritten" | "cut";

export type ChainBreak = {
  kind: ChainBreakKind;
  /** Number of the row; of the first missing one; of the last that is left of a cut chain. */
  seq: number;
  /** A hash, or a row number for `missing`, `surplus` and `cut`. */
  expected: string;
  found: string;
  /** Day of the anchor that tells. */
  day: string | null;
};

export type ChainReport = {
  rows: number;
  last: { seq: number; hash: string } | null;
  breakCount: number;
  /** The first of them: a chain shifted by one breaks in every row. */
  breaks: readonly ChainBreak[];
};

const breaksMax = 20;

export type ChainVerifier = { next: (row: ChainRow) => void; end: () => ChainReport };

/**
 * Walks one chain, rows in order of their number. `anchors` hold what was recorded of it, in any order.
 * A break is told once, where it lies: after a gap the next row is not also called unlinked.
 */
export function chainVerifier(anchors: readonly AnchoredRow[]): ChainVerifier {
  const recorded = Map.groupBy(anchors, ({ seq }) => seq);
  const breaks: ChainBreak[] = [];
  let breakCount = 0;
  let rows = 0;
  let last: { seq: number; hash: string } | null = null;

  function report(found: ChainBreak): void {
    breakCount += 1;
    if (breaks.length < breaksMax) breaks.push(found);
  }

  function judgeContent(row: ChainRow): void {
    const { hash, ...record } = row;
    const expected = auditHash(record);
    if (hash !== expected) report({ kind: "edited", seq: row.seq, expected, found: hash, day: null });
  }

  function judgeAnchors(row: ChainRow): void {
    const other = recorded.get(row.seq)?.find(({ hash }) => hash !== row.hash);
    if (other) report({ kind: "rewritten", seq: row.seq, expected: other.hash, found: row.hash, day: other.day });
  }

  /** Whether the row stands where it should. */
  function judgePlace(row: ChainRow): boolean {
    const expected = (last?.seq ?? 0) + 1;
    if (row.seq === expected) return true;
    const kind = row.seq > expected ? "missing" : "surplus";
    const seq = kind === "missing" ? expected : row.seq;
    report({ kind, seq, expected: String(expected), found: String(row.seq), day: null });
    return false;
  }

  return {
    next(row) {
      rows += 1;
      const inPlace = judgePlace(row);
      judgeContent(row);
      judgeAnchors(row);
      const expected: string = last?.hash ?? genesis;
      if (inPlace && row.prevHash !== expected)
        report({ kind: "unlinked", seq: row.seq, expected, found: row.prevHash, day: null });
      // What stands where nothing should is not what the next row follows.
      if (last === null || row.seq > last.seq) last = { seq: row.seq, hash: row.hash };
    },
    end() {
      const ended = last?.seq ?? 0;
      const [beyond] = anchors.filter(({ seq }) => seq > ended).toSorted((a, b) => b.seq - a.seq);
      if (beyond)
        report({ kind: "cut", seq: ended, expected: String(beyond.seq), found: String(ended), day: beyond.day });
      return { rows, last, breakCount, breaks };
    },
  };
}

/** A whole chain at once. */
export function verifyChain(rows: Iterable<ChainRow>, anchors: readonly AnchoredRow[] = []): ChainReport {
  const verifier = chainVerifier(anchors);
  for (const row of rows) verifier.next(row);
  return verifier.end();
}
