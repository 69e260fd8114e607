import fc from "fast-check";
import { idCheckCharacter } from "../id-number.ts";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: length, maxLength: length });

const birth = fc
  .date({ min: new Date("1930-01-01T00:00:00Z"), max: new Date("2012-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));

/** Synthetic numbers with a right check character; nobody's on purpose. */
export const idNumber = fc
  .tuple(fc.constantFrom("110101", "310104", "410702", "410781", "440305", "620102", "659001"), birth, digits(3))
  .map((parts) => parts.join(""))
  .map((first17) => first17 + (idCheckCharacter(first17) ?? ""));

export const mobileNumber = fc
  .tuple(fc.constantFrom("13", "14", "15", "16", "17", "18", "19"), digits(9))
  .map((parts) => parts.join(""));

export const bankCard = fc
  .tuple(
    fc.constantFrom(["621700", 19], ["622848", 19], ["622202", 16], ["421394", 16], ["955880", 19], ["545619", 16]),
    digits(12),
  )
  .map(([[prefix, length], rest]) => withLuhnDigit(`${String(prefix)}${rest}`.slice(0, Number(length) - 1)));

function withLuhnDigit(first: string): string {
  const sum = Array.from(first)
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return `${first}${(10 - (sum % 10)) % 10}`;
}

type Disguise = (number: string) => string;

function grouped(lengths: readonly number[], separator: string): Disguise {
  return (number) => {
    let at = 0;
    const groups = lengths.map((length) => number.slice(at, (at += length)));
    return [...groups, number.slice(at)].filter((group) => group !== "").join(separator);
  };
}

function mapped(zero: number): Disguise {
  return (number) => number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

function joined(separator: string): Disguise {
  return (number) => Array.from(number).join(separator);
}

const separators = [" ", "  ", "-", " - ", ".", "·", "\u00a0", "\u3000", "－", "—", "．", "_"];
const characters: readonly Disguise[] = [
  (number) => number,
  mapped(0xff10),
  mapped(0x1d7ce),
  (number) => number.replace(/[1-9]/g, (digit) => String.fromCodePoint(0x2460 + Number(digit) - 1)),
  joined("\u200b"),
  joined("\u2060"),
  (number) => number.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
];

const groupings = {
  id: [[6, 8, 4], [3, 3, 4, 4, 4], [6, 4, 4, 4], [4, 4, 4, 4, 2], [14], [17]],
  mobile: [[3, 4], [3], [7], [4, 4], [4, 3], [5]],
  card: [[4, 4, 4, 4], [4, 4, 4], [6], [6, 4, 4]],
} as const;

function disguised(number: fc.Arbitrary<string>, lengths: readonly (readonly number[])[]): fc.Arbitrary<string> {
  const separation = fc.oneof(
    fc.constant<Disguise>((plain) => plain),
    fc
      .tuple(fc.constantFrom(...lengths), fc.constantFrom(...separators))
      .map(([groups, sign]) => grouped(groups, sign)),
    fc.constantFrom(" ", "-", "·").map(joined),
  );
  return fc
    .tuple(number, separation, fc.constantFrom(...characters))
    .map(([plain, separate, write]) => separate(plain).replace(/\d+/g, write));
}

const countryCode = fc.constantFrom("", "", "+86", "+86 ", "86-", "0086 ", "（+86）", "＋８６－");
const lastX: Disguise = (number) => number;

/** What must never be published, in what it hides in: [kind, as written]. */
export const plantedNumber: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc
    .tuple(
      disguised(idNumber, groupings.id),
      fc.constantFrom<Disguise>(
        lastX,
        (n) => n.replace("X", "x"),
        (n) => n.replace("X", "Ｘ"),
      ),
    )
    .map(([number, write]) => ["personal.idNumber", write(number)] as const),
  fc
    .tuple(
      countryCode,
      disguised(
        mobileNumber.filter((number) => !number.startsWith("19")),
        groupings.mobile,
      ),
    )
    .map(([code, number]) => ["personal.mobile", code + number] as const),
  disguised(bankCard, groupings.card).map((number) => ["personal.bankCard", number] as const),
);
