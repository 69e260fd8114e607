import { findBankCards } from "../../checks/bank-card.ts";
import { checkedLine } from "../../checks/checked-line.ts";
import { findIdNumbers, findOldIdNumbers } from "../../checks/id-number.ts";
import { findMobileNumbers } from "../../checks/mobile-number.ts";
import { cellText, type SheetCell } from "../../kernel/sheet-cell.ts";

export type PersonalNumber = "idNumber" | "bankCard" | "mobile";

/** Beyond this a spreadsheet keeps no exact figures: 18 digits typed as a number end in zeros. */
const exactDigits = 15;

/** What no list of accounts needs and none may carry: an identity number, a bank card, a mobile number. */
export function personalNumberIn(cell: SheetCell): PersonalNumber | null {
  const text = cellText(cell);
  if (!/\d{3}/u.test(text.normalize("NFKC"))) return null;
  // The check digit is gone with the other figures, so the length alone has to speak.
  if (cell.kind === "number" && text.length > exactDigits) return text.length === 18 ? "idNumber" : "bankCard";
  const line = checkedLine(text, (from, to) => ({ field: "title", from, to }));
  if (findIdNumbers(line).length > 0 || findOldIdNumbers(line).length > 0) return "idNumber";
  if (findBankCards(line).length > 0) return "bankCard";
  return findMobileNumbers(line).length > 0 ? "mobile" : null;
}

/** What is kept of such a number, so that it can be found in the file and nowhere else. */
export function masked(text: string): string {
  const shown = Array.from(text);
  return shown.map((char, index) => (index < 3 || index >= shown.length - 2 ? char : "*")).join("");
}
