import { anchorHash, type Anchor } from "./anchor.ts";
import { genesis } from "./audit-hash.ts";
import type { AnchoredRow } from "./verify-chain.ts";

/**
 * How the anchors can be broken: `edited` a row does not give its own hash · `unlinked` it does not name the anchor
 * before it, so one was taken away or put in · `missing` a copy, or the college's trail, knows an anchor that is gone ·
 * `differs` a copy or the trail knows another one of that day · `unreadable` a copy is damaged.
 */
export type AnchorBreakKind = "edited" | "unlinked" | "missing" | "differs" | "unreadable";

export type AnchorBreak = {
  kind: AnchorBreakKind;
  /** Day of the anchor, or the name of a copy that names no day. */
  day: string;
  expected: string;
  found: string;
  /** Which copy tells: `storage`, a file's name, or `trail`. */
  witness: string | null;
};

/** An exported anchor; `null` where the file is no anchor any more. */
export type AnchorCopy = { witness: string; day: string; anchor: Anchor | null };

/** What the college's own trail says was anchored on a day. */
export type AnchorClaim = { day: string; hash: string };

const empty = { expected: "", found: "" };

/** The anchors' own chain, rows in order of their day. */
export function verifyAnchorRows(rows: readonly Anchor[]): AnchorBreak[] {
  let before = genesis;
  return rows.flatMap((row) => {
    const expected = anchorHash(row);
    const breaks: AnchorBreak[] = [];
    if (row.hash !== expected) breaks.push({ kind: "edited", day: row.day, expected, found: row.hash, witness: null });
    if (row.prevHash !== before)
      breaks.push({ kind: "unlinked", day: row.day, expected: before, found: row.prevHash, witness: null });
    before = row.hash;
    return breaks;
  });
}

/** The anchors against what was written elsewhere when they were taken. */
export function verifyAnchorWitnesses(
  rows: readonly Anchor[],
  copies: readonly AnchorCopy[],
  claims: readonly AnchorClaim[],
): AnchorBreak[] {
  const hashes = new Map(rows.map(({ day, hash }) => [day, hash]));
  const judge = ({ day, hash }: AnchorClaim, witness: string): AnchorBreak[] => {
    const found = hashes.get(day);
    if (found === hash) return [];
    return [{ kind: found === undefined ? "missing" : "differs", day, expected: hash, found: found ?? "", witness }];
  };
  return [
    ...copies.flatMap(({ witness, day, anchor }): AnchorBreak[] =>
      anchor ? judge(anchor, witness) : [{ kind: "unreadable", day, ...empty, witness }],
    ),
    ...claims.flatMap((claim) => judge(claim, "trail")),
  ];
}

/** What all anchors, the database's and the copies, recorded of each chain; the same record once, with its first day. */
export function anchoredRows(anchors: Iterable<Anchor>): ReadonlyMap<string, readonly AnchoredRow[]> {
  const byChain = new Map<string, Map<string, AnchoredRow>>();
  for (const { day, chains } of anchors) {
    for (const { chainId, seq, hash } of chains) {
      const known = byChain.get(chainId) ?? new Map<string, AnchoredRow>();
      byChain.set(chainId, known);
      const key = `${seq}:${hash}`;
      const first = known.get(key);
      if (!first || day < first.day) known.set(key, { seq, hash, day });
    }
  }
  return new Map([...byChain].map(([chainId, known]) => [chainId, [...known.values()]]));
}
