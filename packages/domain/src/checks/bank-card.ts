import { normalMatch, withoutOverlaps, type CheckedLine, type Match } from "./checked-line.ts";
import { digitWindows, type DigitWindow } from "./digit-windows.ts";

/** Beginnings of cards issued in China, with the lengths they come in. */
const issuers: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  // UnionPay
  { begins: /^62/, lengths: [16, 17, 18, 19] },
  // Visa, and debit cards of the time before UnionPay numbers
  { begins: /^4/, lengths: [16, 19] },
  // MasterCard
  { begins: /^5[1-5]/, lengths: [16] },
  // JCB
  { begins: /^35/, lengths: [16] },
  // Older debit cards of the large banks
  { begins: /^(?:60|955)/, lengths: [16, 17, 18, 19] },
  { begins: /^103/, lengths: [19] },
];

const lengths = [19, 18, 17, 16];

/** Card numbers that satisfy Luhn and begin as cards issued in China do. */
export function findBankCards(line: CheckedLine): Match[] {
  const { text } = line.normal;
  return withoutOverlaps(
    Array.from(digitWindows(text, lengths))
      .filter((window) => isBankCard(window.digits) && isGroupedAsCard(window) && !touchesLetters(text, window))
      .map(({ from, to, digits }) => normalMatch(line, from, to, digits)),
  );
}

export function isBankCard(digits: string): boolean {
  return (
    issuers.some((issuer) => issuer.begins.test(digits) && issuer.lengths.includes(digits.length)) && isLuhn(digits)
  );
}

function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** Groups of three or more with a rest, or digit by digit; short groups are rows of figures. */
function isGroupedAsCard(window: DigitWindow): boolean {
  return window.groups.slice(0, -1).every((length) => length >= 3) || window.isSpelledOut();
}

function touchesLetters(text: string, { from, to }: DigitWindow): boolean {
  return /[A-Za-z]/.test(text.slice(Math.max(0, from - 1), from) + text.slice(to, to + 1));
}
