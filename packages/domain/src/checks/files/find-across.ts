import { findBankCards } from "../bank-card.ts";
import { checkedLine, type Match } from "../checked-line.ts";
import { findIdNumbers } from "../id-number.ts";
import { findMobileNumbers } from "../mobile-number.ts";
import { normaliseText } from "../normalise-text.ts";
import type { LineFind } from "./find-in-line.ts";

const figures = /^[\d .\-_·xX×]{1,24}$/u;
/** A tab parts numbers for the detectors, a space does not. */
const apart = "\t";

type Joined = { readonly text: string; readonly isWhole: (match: Match) => boolean };

/** The finds that only show when pieces are read together; a piece's own numbers are found in it alone. */
function findIn({ text, isWhole }: Joined): LineFind[] {
  const line = checkedLine(text, (from, to) => ({ field: "title", from, to }));
  const crosses = ({ from, to }: Match) => text.slice(from, to).includes(" ");
  const finds = (kind: LineFind["kind"], matches: readonly Match[], head: number, tail: number) =>
    matches
      .filter(crosses)
      .map(({ value }): LineFind => ({ kind, hint: `${value.slice(0, head)}…${value.slice(-tail)}` }));
  return [
    // Its check character vouches for an ID number wherever it begins; the others have to fill the row of cells.
    ...finds("idNumber", findIdNumbers(line), 3, 2),
    ...finds("mobile", findMobileNumbers(line).filter(isWhole), 3, 4),
    ...finds("bankCard", findBankCards(line).filter(isWhole), 4, 4),
  ];
}

/** Numbers written across neighbouring cells of a row, a figure or a group in each. */
export function findAcrossCells(cells: readonly string[]): LineFind[] {
  const plain = cells.map((cell) => normaliseText(cell).text.trim());
  let text = "";
  let before = false;
  for (const cell of plain) {
    const isFigures = figures.test(cell);
    text += (isFigures && before ? " " : apart) + cell;
    before = isFigures;
  }
  const isEdge = (char: string | undefined) => char === undefined || char === apart;
  return findIn({ text, isWhole: ({ from, to }) => isEdge(text[from - 1]) && isEdge(text[to]) });
}

/** Numbers a line break cuts in two: the figures at the very end of a line with those at the very beginning of the next. */
export function findAcrossLines(above: string, below: string): LineFind[] {
  const end = /(?<![A-Za-z\d])\d[\d-]{0,17}$/u.exec(normaliseText(above.slice(-60)).text.trimEnd())?.[0];
  const start = /^\d[\d-]{0,17}[xX]?(?![A-Za-z\d])/u.exec(normaliseText(below.slice(0, 60)).text.trimStart())?.[0];
  if (end === undefined || start === undefined) return [];
  const text = `${end}${start}`;
  const line = checkedLine(text, (from, to) => ({ field: "title", from, to }));
  const whole = (match: Match) => match.from === 0 && match.to === text.length;
  const cut = (match: Match) => match.from < end.length && match.to > end.length;
  const hint = ({ value }: Match) => `${value.slice(0, 3)}…${value.slice(-2)}`;
  return [
    ...findIdNumbers(line)
      .filter(cut)
      .map((match): LineFind => ({ kind: "idNumber", hint: hint(match) })),
    ...findMobileNumbers(line)
      .filter(whole)
      .map((match): LineFind => ({ kind: "mobile", hint: hint(match) })),
    ...findBankCards(line)
      .filter(whole)
      .map((match): LineFind => ({ kind: "bankCard", hint: hint(match) })),
  ];
}
