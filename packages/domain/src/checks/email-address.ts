import { normalMatch, type CheckedLine, type Match } from "./checked-line.ts";

const email =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![A-Za-z0-9])/g;

/** Anyone's address; that of an office is no secret, which is why this kind only warns. */
export function findEmailAddresses(line: CheckedLine): Match[] {
  return Array.from(line.normal.text.matchAll(email), ({ 0: address, index }) =>
    normalMatch(line, index, index + address.length, address.replaceAll(" ", "").toLowerCase()),
  );
}
