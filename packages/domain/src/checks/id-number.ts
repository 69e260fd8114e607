import { normalMatch, withoutOverlaps, type CheckedLine, type Match } from "./checked-line.ts";
import { digitWindows, groupSeparator } from "./digit-windows.ts";

/** Province codes of GB/T 2260, with Taiwan, Hong Kong, Macao and the permits for foreigners (91). */
const provinces: ReadonlySet<string> = new Set(
  (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 " + "50 51 52 53 54 61 62 63 64 65 71 81 82 83 91"
  ).split(" "),
);

/** The check character X, also as the signs people type for it, after up to three separators. */
const checkX = new RegExp(`^${groupSeparator}{0,3}[Xx×\\u0425\\u0445\\u03a7\\u03c7](?![A-Za-z0-9])`);

/** Ways an old number is written; in any other grouping fifteen digits are something else. */
const oldGroupings: ReadonlySet<string> = new Set(["15", "6-6-3", "6-2-2-2-3"]);

/** Numbers of 18 characters that satisfy GB 11643: province, birth date and check character. */
export function findIdNumbers(line: CheckedLine): Match[] {
  return withoutOverlaps([...wholeNumbers(line), ...numbersEndingInX(line)]);
}

/** Numbers of the form in use until 1999: no check digit, so province and birth date alone speak for it. */
export function findOldIdNumbers(line: CheckedLine): Match[] {
  const candidates = Array.from(digitWindows(line.normal.text, [15])).filter(
    (window) => isOldIdNumber(window.digits) && oldGroupings.has(window.groups.join("-")),
  );
  return withoutOverlaps(candidates.map(({ from, to, digits }) => normalMatch(line, from, to, digits)));
}

function isOldIdNumber(digits: string): boolean {
  return hasPlaceAndBirth(digits, `19${digits.slice(6, 12)}`);
}

function* wholeNumbers(line: CheckedLine): Generator<Match> {
  for (const { digits, from, to } of digitWindows(line.normal.text, [18])) {
    if (isIdNumber(digits)) yield normalMatch(line, from, to, digits);
  }
}

function* numbersEndingInX(line: CheckedLine): Generator<Match> {
  const { text } = line.normal;
  for (const { digits, from, to } of digitWindows(text, [17])) {
    const x = checkX.exec(text.slice(to, to + 5));
    const number = `${digits}X`;
    if (x !== null && isIdNumber(number)) yield normalMatch(line, from, to + x[0].length, number);
  }
}

/** Whether 18 characters (the last may be `X`) are a number someone can have. */
export function isIdNumber(number: string): boolean {
  return (
    /^\d{17}[\dX]$/.test(number) &&
    hasPlaceAndBirth(number, number.slice(6, 14)) &&
    idCheckCharacter(number.slice(0, 17)) === number.at(17)
  );
}

/** ISO 7064 MOD 11-2, as GB 11643 orders: weights are the powers of two modulo 11. */
export function idCheckCharacter(first17: string): string | undefined {
  const sum = Array.from(first17).reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return "10X98765432".at(sum % 11);
}

function hasPlaceAndBirth(number: string, birth: string): boolean {
  return provinces.has(number.slice(0, 2)) && isBirthDate(birth);
}

/** `yyyymmdd` of a day that exists, from 1900 to 2099. */
function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
