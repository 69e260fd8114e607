import type { AnchorBreak, AnchorBreakKind } from "@zhibu/core/audit/verify-anchors";
import type { ChainBreak, ChainBreakKind } from "@zhibu/core/audit/verify-chain";
import { isWhole, type TrailReport, type VerifiedChain } from "@zhibu/core/audit/verify-trail";

/** What an operator is told of each kind of break. */
const chainWords: Readonly<Record<ChainBreakKind, (found: ChainBreak) => string>> = {
  edited: ({ seq }) => `row ${seq} was changed: its content does not give its hash`,
  unlinked: ({ seq }) => `row ${seq} does not follow the row before it: one of the two was replaced`,
  missing: ({ seq, found }) =>
    Number(found) - seq === 1 ? `row ${seq} is missing` : `rows ${seq} to ${Number(found) - 1} are missing`,
  surplus: ({ seq }) => `a row ${seq} stands where none should: it was put in`,
  rewritten: ({ seq, day }) => `row ${seq} is not the one anchored on ${String(day)}`,
  cut: ({ seq, expected, day }) =>
    `the chain ends at row ${seq}; on ${String(day)} it had ${expected}: the tail was cut`,
};

const anchorWords: Readonly<Record<AnchorBreakKind, string>> = {
  edited: "was changed: its content does not give its hash",
  unlinked: "does not follow the anchor before it: one was taken away or put in",
  missing: "is gone from the database",
  differs: "is another one in the database",
  unreadable: "is damaged or no anchor",
};

function isHash(text: string): boolean {
  return text.length === 64;
}

function hashLines({ expected, found }: Pick<ChainBreak, "expected" | "found">): string[] {
  return isHash(expected) ? [`      expected ${expected}`, `      found    ${found === "" ? "nothing" : found}`] : [];
}

function chainLines({ chainId, name, slug, rows, breakCount, breaks }: VerifiedChain): string[] {
  const told = breaks.flatMap((found) => [`    ${chainWords[found.kind](found)}`, ...hashLines(found)]);
  const more = breakCount - breaks.length;
  return [
    `  BROKEN  ${slug ?? "college"}  ${name === "" ? `no branch has the id ${chainId}` : name} (${rows} rows)`,
    ...told,
    ...(more > 0 ? [`    … and ${more} more in this chain`] : []),
  ];
}

function anchorLines(found: AnchorBreak): string[] {
  const witness =
    found.witness === null ? "" : ` (told by ${found.witness === "trail" ? "the college's trail" : found.witness})`;
  return [`  BROKEN  anchor of ${found.day} ${anchorWords[found.kind]}${witness}`, ...hashLines(found)];
}

const count = (number: number): string => number.toLocaleString("en");

/** What `npm run audit:verify` prints, without the progress. */
export function reportLines(report: TrailReport): string[] {
  const { chains, rows, anchors, copies, rowsUnanchored, lastAnchorDay } = report;
  const read = `${count(chains)} ${chains === 1 ? "chain" : "chains"}, ${count(rows)} rows, ${count(anchors)} anchors, ${count(copies)} exported copies`;
  const tail =
    lastAnchorDay === null
      ? "No anchor was taken yet: a cut tail would not be noticed."
      : `${count(rowsUnanchored)} rows are newer than the last anchor (${lastAnchorDay}); a tail cut off there would not be noticed yet.`;
  return [
    read,
    ...report.broken.flatMap(chainLines),
    ...report.anchorBreaks.flatMap(anchorLines),
    tail,
    isWhole(report) ? "The audit trail is whole." : "The audit trail is BROKEN.",
  ];
}
