import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { genesis } from "./audit-hash.ts";
import { chainOf, plainChain, sealed, type Deed } from "./testing/chain-of.ts";
import { verifyChain, type AnchoredRow, type ChainRow } from "./verify-chain.ts";

const day = "2026-11-23";

function at(rows: readonly ChainRow[], seq: number): ChainRow {
  const row = rows.find((each) => each.seq === seq);
  if (!row) throw new Error(`no row ${seq}`);
  return row;
}

/** The anchor taken when the chain was as given. */
function anchorOf(rows: readonly ChainRow[]): AnchoredRow[] {
  const last = rows.at(-1);
  return last ? [{ seq: last.seq, hash: last.hash, day }] : [];
}

function bySeq(rows: readonly ChainRow[]): ChainRow[] {
  return rows.toSorted((a, b) => a.seq - b.seq);
}

/** The chain from `from` on written anew, as an owner of the database could. */
function rewritten(rows: readonly ChainRow[]): ChainRow[] {
  let prevHash = genesis;
  return rows.map((row, index) => {
    const anew = sealed({ ...row, seq: index + 1, prevHash });
    prevHash = anew.hash;
    return anew;
  });
}

describe("a chain nobody touched", () => {
  test.each([0, 1, 2, 50])("of %i rows holds", (length) => {
    const rows = plainChain(length);
    expect(verifyChain(rows, anchorOf(rows))).toMatchObject({ rows: length, breakCount: 0, breaks: [] });
  });

  test("goes on after an anchor", () => {
    expect(verifyChain(plainChain(9), anchorOf(plainChain(5))).breaks).toEqual([]);
  });
});

describe("where it breaks", () => {
  const chain = plainChain(6);

  test("an edited row: there", () => {
    const rows = chain.map((row) => (row.seq === 3 ? { ...row, actorName: "乙" } : row));
    expect(verifyChain(rows).breaks).toEqual([
      expect.objectContaining({ kind: "edited", seq: 3, found: at(chain, 3).hash }),
    ]);
  });

  test("an edited row whose hash was made anew: in the row after it", () => {
    const rows = chain.map((row) => (row.seq === 3 ? sealed({ ...row, actorName: "乙" }) : row));
    expect(verifyChain(rows).breaks).toEqual([
      { kind: "unlinked", seq: 4, expected: at(rows, 3).hash, found: at(chain, 3).hash, day: null },
    ]);
  });

  test("a deleted row: where it was, once", () => {
    expect(verifyChain(chain.filter(({ seq }) => seq !== 3)).breaks).toEqual([
      { kind: "missing", seq: 3, expected: "3", found: "4", day: null },
    ]);
  });

  test("the first row deleted: at the first number", () => {
    expect(verifyChain(chain.slice(1)).breaks).toEqual([
      { kind: "missing", seq: 1, expected: "1", found: "2", day: null },
    ]);
  });

  test("a deletion hidden by new numbers: in the first row that got one", () => {
    const rows = chain.filter(({ seq }) => seq !== 3).map((row) => (row.seq > 3 ? { ...row, seq: row.seq - 1 } : row));
    expect(verifyChain(rows).breaks[0]).toMatchObject({ kind: "edited", seq: 3 });
  });

  test("a row put in under a number that is taken: there", () => {
    const smuggled = sealed({ ...at(chain, 3), actorName: "乙" });
    expect(verifyChain(bySeq([...chain, smuggled])).breaks).toEqual([
      { kind: "surplus", seq: 3, expected: "4", found: "3", day: null },
    ]);
  });

  test("a row put in before the first: there", () => {
    const smuggled = sealed({ ...at(chain, 1), seq: 0 });
    expect(verifyChain([smuggled, ...chain]).breaks[0]).toMatchObject({ kind: "surplus", seq: 0 });
  });

  test("a row put at the end with made-up links: there", () => {
    const smuggled = sealed({ ...at(chain, 6), seq: 7, prevHash: genesis });
    expect(verifyChain([...chain, smuggled]).breaks).toEqual([
      { kind: "unlinked", seq: 7, expected: at(chain, 6).hash, found: genesis, day: null },
    ]);
  });

  test("two rows in each other's place: at the first of them", () => {
    const rows = chain.map((row) => ({ ...row, seq: row.seq === 3 ? 4 : row.seq === 4 ? 3 : row.seq }));
    expect(verifyChain(bySeq(rows)).breaks[0]).toMatchObject({ kind: "edited", seq: 3 });
  });

  test("a beginning that is none", () => {
    const rows = rewritten(chain).map((row) => (row.seq === 1 ? sealed({ ...row, prevHash: "f".repeat(64) }) : row));
    expect(verifyChain(rows).breaks[0]).toMatchObject({ kind: "unlinked", seq: 1, expected: genesis });
  });

  test("a cut tail: only the anchor knows", () => {
    const rows = chain.slice(0, 4);
    expect(verifyChain(rows).breaks).toEqual([]);
    expect(verifyChain(rows, anchorOf(chain)).breaks).toEqual([
      { kind: "cut", seq: 4, expected: "6", found: "4", day },
    ]);
    expect(verifyChain([], anchorOf(chain)).breaks).toEqual([{ kind: "cut", seq: 0, expected: "6", found: "0", day }]);
  });

  test("a whole chain written anew: only the anchor knows", () => {
    const rows = rewritten(chain.map((row) => (row.seq === 2 ? { ...row, actorName: "乙" } : row)));
    expect(verifyChain(rows).breaks).toEqual([]);
    expect(verifyChain(rows, anchorOf(chain)).breaks).toEqual([
      { kind: "rewritten", seq: 6, expected: at(chain, 6).hash, found: at(rows, 6).hash, day },
    ]);
  });

  test("a tail cut and grown again", () => {
    const grown = rewritten([...chain.slice(0, 4), ...plainChain(5)]);
    expect(verifyChain(grown, anchorOf(chain)).breaks).toEqual([
      expect.objectContaining({ kind: "rewritten", seq: 6 }),
    ]);
  });

  test("a chain broken everywhere is told in its first rows and counted to the end", () => {
    const rows = plainChain(100).map((row) => ({ ...row, actorName: "乙" }));
    const { breaks, breakCount } = verifyChain(rows);
    expect([breaks.length, breakCount]).toEqual([20, 100]);
  });
});

const deed: fc.Arbitrary<Deed> = fc.record({
  action: fc.constantFrom("article.edit", "article.publish", "column.rename"),
  actorName: fc.string({ unit: "grapheme", maxLength: 8 }),
  changes: fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }) as fc.Arbitrary<
    Deed["changes"]
  >, // JSON values are what changes are made of.
});

type Tampering = (rows: readonly ChainRow[], index: number, other: number) => readonly ChainRow[];

const fields: readonly ((row: ChainRow) => ChainRow)[] = [
  (row) => ({ ...row, action: `${row.action}x` }),
  (row) => ({ ...row, actorName: `${row.actorName}x` }),
  (row) => ({ ...row, actorId: "019a0000-0000-7000-8000-0000000000aa" }),
  (row) => ({ ...row, subjectType: "column" }),
  (row) => ({ ...row, subjectId: "019a0000-0000-7000-8000-0000000000bb" }),
  (row) => ({ ...row, changes: { ...row.changes, added: 1 } }),
  (row) => ({ ...row, at: new Date(row.at.getTime() + 1) }),
  (row) => ({ ...row, tenantId: "019a0000-0000-7000-8000-0000000000cc" }),
  (row) => ({ ...row, prevHash: "e".repeat(64) }),
  (row) => ({ ...row, hash: "d".repeat(64) }),
];

const edit = (row: ChainRow, which: number): ChainRow => fields[which % fields.length]?.(row) ?? row;

const tamperings: Readonly<Record<string, Tampering>> = {
  edit: (rows, index, other) => rows.map((row, at) => (at === index ? edit(row, other) : row)),
  "edit and seal": (rows, index) =>
    rows.map((row, at) => (at === index ? sealed({ ...row, actorName: `${row.actorName}x` }) : row)),
  delete: (rows, index) => rows.toSpliced(index, 1),
  "delete and renumber": (rows, index) => rows.toSpliced(index, 1).map((row, at) => ({ ...row, seq: at + 1 })),
  insert: (rows, index, other) => bySeq(rows.toSpliced(index, 0, ...rows.slice(other, other + 1))),
  "insert and renumber": (rows, index, other) =>
    rows.toSpliced(index, 0, ...rows.slice(other, other + 1)).map((row, at) => ({ ...row, seq: at + 1 })),
  reorder: (rows, index, other) => {
    const numbers = rows.map(({ seq }, at) => (at === index ? other + 1 : at === other ? index + 1 : seq));
    return bySeq(rows.map((row, at) => ({ ...row, seq: numbers[at] ?? row.seq })));
  },
  cut: (rows, index) => rows.slice(0, index),
  "write anew": (rows, index) =>
    rewritten(rows.map((row, at) => (at === index ? { ...row, actorName: `${row.actorName}x` } : row))),
};

test("every single tampering of any chain is found (3,000 chains)", () => {
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 2, maxLength: 12 }),
      fc.constantFrom(...Object.keys(tamperings)),
      fc.nat(1_000),
      fc.nat(1_000),
      (deeds, name, a, b) => {
        const rows = chainOf(deeds);
        const index = a % rows.length;
        // Two rows only change places when they are two.
        const other = name === "reorder" ? (index + 1 + (b % (rows.length - 1))) % rows.length : b % rows.length;
        const tampered = tamperings[name]?.(rows, index, other) ?? rows;
        expect(verifyChain(rows, anchorOf(rows)).breakCount).toBe(0);
        expect(verifyChain(tampered, anchorOf(rows)).breakCount).toBeGreaterThan(0);
      },
    ),
    { numRuns: 3_000 },
  );
}, 120_000);
