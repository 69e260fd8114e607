import { createHash, randomInt } from "node:crypto";

/** Crockford's signs: none of them is taken for another. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 12;

/** A receipt number of 60 random bits: nobody guesses one. */
export function newReceipt(): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
}

/** `XXXX-XXXX-XXXX`, as it is shown. */
export function receiptInWords(receipt: string): string {
  return receipt.replaceAll(/(.{4})(?=.)/gu, "$1-");
}

/** What the database keeps of it. */
export function receiptHash(receipt: string): string {
  return createHash("sha256").update(`receipt:${receipt}`).digest("hex");
}
