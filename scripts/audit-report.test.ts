import { expect, test } from "vitest";
import type { TrailReport } from "@zhibu/core/audit/verify-trail";
import { reportLines } from "./audit-report.ts";

const whole: TrailReport = {
  chains: 9,
  rows: 12_345,
  rowsUnanchored: 7,
  anchors: 3,
  lastAnchorDay: "2026-11-23",
  copies: 3,
  broken: [],
  anchorBreaks: [],
};

test("a whole trail says how much was read, and what no anchor covers yet", () => {
  expect(reportLines(whole)).toEqual([
    "9 chains, 12,345 rows, 3 anchors, 3 exported copies",
    "7 rows are newer than the last anchor (2026-11-23); a tail cut off there would not be noticed yet.",
    "The audit trail is whole.",
  ]);
});

test("a broken one says where, what was expected and what is there", () => {
  const [a, b] = ["a".repeat(64), "b".repeat(64)];
  const lines = reportLines({
    ...whole,
    broken: [
      {
        chainId: "019a0000-0000-7000-8000-00000000c0de",
        name: "基础医学院党总支",
        slug: "jichu",
        rows: 20,
        last: { seq: 20, hash: a },
        breakCount: 30,
        breaks: [
          { kind: "edited", seq: 3, expected: a, found: b, day: null },
          { kind: "missing", seq: 5, expected: "5", found: "8", day: null },
          { kind: "cut", seq: 20, expected: "25", found: "20", day: "2026-11-22" },
        ],
      },
    ],
    anchorBreaks: [{ kind: "missing", day: "2026-11-22", expected: a, found: "", witness: "trail" }],
  });
  expect(lines.slice(1, -2)).toEqual([
    "  BROKEN  jichu  基础医学院党总支 (20 rows)",
    "    row 3 was changed: its content does not give its hash",
    `      expected ${a}`,
    `      found    ${b}`,
    "    rows 5 to 7 are missing",
    "    the chain ends at row 20; on 2026-11-22 it had 25: the tail was cut",
    "    … and 27 more in this chain",
    "  BROKEN  anchor of 2026-11-22 is gone from the database (told by the college's trail)",
    `      expected ${a}`,
    "      found    nothing",
  ]);
  expect(lines.at(-1)).toBe("The audit trail is BROKEN.");
});
