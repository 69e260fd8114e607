import { describe, expect, test } from "vitest";
import { anchorFile, anchorHash, readAnchorFile, type Anchor } from "./anchor.ts";
import { genesis } from "./audit-hash.ts";
import { chainId } from "./testing/chain-of.ts";
import { anchoredRows, verifyAnchorRows, verifyAnchorWitnesses, type AnchorCopy } from "./verify-anchors.ts";

function anchors(count: number): Anchor[] {
  let prevHash = genesis;
  return Array.from({ length: count }, (_, index) => {
    const content = {
      day: `2026-11-${String(index + 1).padStart(2, "0")}`,
      chains: [{ chainId, seq: 10 * (index + 1), hash: String(index).repeat(64) }],
      prevHash,
    };
    prevHash = anchorHash(content);
    return { ...content, hash: prevHash };
  });
}

const four = anchors(4);
const copies: AnchorCopy[] = four.map((anchor) => ({ witness: "storage", day: anchor.day, anchor }));

function without(day: string): Anchor[] {
  return four.filter((anchor) => anchor.day !== day);
}

describe("the anchors' own chain", () => {
  test("holds when nobody touched it", () => {
    expect(verifyAnchorRows(four)).toEqual([]);
    expect(verifyAnchorWitnesses(four, copies, four)).toEqual([]);
  });

  test("an edited anchor does not give its hash", () => {
    const rows = four.map((row) => (row.day === "2026-11-02" ? { ...row, chains: [] } : row));
    expect(verifyAnchorRows(rows)).toEqual([expect.objectContaining({ kind: "edited", day: "2026-11-02" })]);
  });

  test("a deleted anchor leaves the next one without the one it names", () => {
    expect(verifyAnchorRows(without("2026-11-01"))).toEqual([
      expect.objectContaining({ kind: "unlinked", day: "2026-11-02", expected: genesis }),
    ]);
    expect(verifyAnchorRows(without("2026-11-02"))).toEqual([
      expect.objectContaining({ kind: "unlinked", day: "2026-11-03" }),
    ]);
  });
});

describe("the anchors against their witnesses", () => {
  test("the newest anchor deleted: a copy and the trail know it", () => {
    const rows = without("2026-11-04");
    expect(verifyAnchorRows(rows)).toEqual([]);
    const missing = { kind: "missing", day: "2026-11-04", expected: four[3]?.hash, found: "" };
    expect(verifyAnchorWitnesses(rows, copies, four)).toEqual([
      { ...missing, witness: "storage" },
      { ...missing, witness: "trail" },
    ]);
  });

  test("all anchors written anew: every copy differs", () => {
    let prevHash = genesis;
    const rows = four.map(({ day }) => {
      const content = { day, chains: [], prevHash };
      prevHash = anchorHash(content);
      return { ...content, hash: prevHash };
    });
    expect(verifyAnchorRows(rows)).toEqual([]);
    expect(verifyAnchorWitnesses(rows, copies, []).map(({ kind }) => kind)).toEqual(four.map(() => "differs"));
  });
});

describe("an exported anchor", () => {
  const [anchor] = four;
  const text = anchor ? anchorFile(anchor, "测试学院") : "";

  test("comes back as it was", () => {
    expect(readAnchorFile(text)).toEqual(anchor);
  });

  test.each([
    ["a changed number", text.replace('"seq": 10', '"seq": 11')],
    ["a changed day", text.replace("2026-11-01", "2026-11-09")],
    ["half a file", text.slice(0, 100)],
    ["something else", "{}"],
  ])("%s is no anchor", (_, changed) => {
    expect(changed).not.toBe(text);
    expect(readAnchorFile(changed)).toBeNull();
  });
});

test("what is recorded twice counts once, with its first day", () => {
  const [first, second] = four;
  if (!first || !second) throw new Error("no anchors");
  const again = { ...second, chains: [...first.chains, ...second.chains] };
  expect(anchoredRows([again, first]).get(chainId)).toEqual([
    { seq: 10, hash: "0".repeat(64), day: "2026-11-01" },
    { seq: 20, hash: "1".repeat(64), day: "2026-11-02" },
  ]);
});
