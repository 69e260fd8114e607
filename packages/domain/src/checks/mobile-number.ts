import { normalMatch, withoutOverlaps, type CheckedLine, type Match } from "./checked-line.ts";
import { digitWindows, type DigitWindow } from "./digit-windows.ts";

/** How people group eleven digits. Others are rows of figures that happen to add up to eleven. */
const groupings: ReadonlySet<string> = new Set(["11", "3-4-4", "3-8", "7-4", "3-3-5", "4-4-3", "4-3-4", "5-6", "6-5"]);

const countryCode = /^(?:0086|86)(?=1[3-9]\d{9}$)/;

/** Letters that touch a phone number because they announce it; any others make it part of a code. */
const announcedBefore = /(?:^|[^A-Za-z])(?:tel|phone|mobile|mob|cell|fax|ph|qq|vx|wx|wechat|m|t|p)$/i;
const announcedAfter = /^(?:qq|vx|wx|wechat)/i;

/** A decimal point before it, or two decimals or a unit of money behind it: an amount. */
const amountBefore = /(?:^|\D)0\.$/;
const amountAfter = /^(?:\.\d{2}(?!\d)| ?[万亿元%])/;

/** Mobile numbers of the mainland (1, then 3 to 9, eleven digits) with or without the country code. */
export function findMobileNumbers(line: CheckedLine): Match[] {
  const { text } = line.normal;
  return withoutOverlaps(
    Array.from(digitWindows(text, [11, 13, 15])).flatMap((window) => {
      const digits = window.digits.replace(countryCode, "");
      if (!/^1[3-9]\d{9}$/.test(digits) || !isGroupedAsPhone(window, digits)) return [];
      if (isPartOfCode(text, window) || isAmount(text, window)) return [];
      return [normalMatch(line, window.from, window.to, digits)];
    }),
  );
}

/** The groups that are left when the country code is taken off. */
function groupsOf(window: DigitWindow, digits: string): readonly number[] {
  const [first = 0, ...rest] = window.groups;
  const left = first - (window.digits.length - digits.length);
  return left === 0 ? rest : [left, ...rest];
}

function isGroupedAsPhone(window: DigitWindow, digits: string): boolean {
  const groups = groupsOf(window, digits);
  // 1921-2026-105 are two years and a number, whatever their digits add up to.
  if (groups[0] === 4 && digits.startsWith("19")) return false;
  return groupings.has(groups.join("-")) || window.isSpelledOut(groups);
}

function isPartOfCode(text: string, { from, to }: DigitWindow): boolean {
  const before = text.slice(Math.max(0, from - 8), from);
  const after = text.slice(to, to + 8);
  return (
    (/[A-Za-z]$/.test(before) && !announcedBefore.test(before)) ||
    (/^[A-Za-z]/.test(after) && !announcedAfter.test(after))
  );
}

function isAmount(text: string, { from, to }: DigitWindow): boolean {
  return amountBefore.test(text.slice(Math.max(0, from - 3), from)) || amountAfter.test(text.slice(to, to + 5));
}
