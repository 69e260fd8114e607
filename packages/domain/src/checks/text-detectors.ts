import { findBankCards } from "./bank-card.ts";
import type { CheckedLine, Match } from "./checked-line.ts";
import { findEmailAddresses } from "./email-address.ts";
import type { FindingKind, Severity } from "./finding.ts";
import { findIdNumbers, findOldIdNumbers } from "./id-number.ts";
import { findMobileNumbers } from "./mobile-number.ts";
import { basis, type RuleBasis } from "./rule-sources.ts";
import { findSecrecyMarks, findSecrecyPhrases } from "./secrecy-marks.ts";
import { findStudentNumbers } from "./student-number.ts";
import { findDocumentNumberBrackets, findDoubledPunctuation, findHalfWidthPunctuation } from "./typography.ts";

export type TextDetector = {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly basis: readonly RuleBasis[];
  readonly find: (line: CheckedLine) => readonly Match[];
  /** Personal data: how many letters and figures at either end an excerpt may show. */
  readonly shown?: { readonly head: number; readonly tail: number };
};

const person = [basis.rights, basis.disclosure];
const sensitive = [basis.rights, basis.sensitiveData];
const secret = [basis.secrecy, basis.secrecyReview];

/** In order of precedence: what an earlier personal detector took, a later one doesn't report again. */
export const textDetectors: readonly TextDetector[] = [
  { kind: "personal.idNumber", severity: "block", basis: sensitive, find: findIdNumbers, shown: { head: 3, tail: 2 } },
  {
    kind: "personal.oldIdNumber",
    severity: "warn",
    basis: sensitive,
    find: findOldIdNumbers,
    shown: { head: 3, tail: 2 },
  },
  { kind: "personal.bankCard", severity: "block", basis: sensitive, find: findBankCards, shown: { head: 4, tail: 4 } },
  { kind: "personal.mobile", severity: "block", basis: person, find: findMobileNumbers, shown: { head: 3, tail: 4 } },
  {
    kind: "personal.studentNumber",
    severity: "warn",
    basis: person,
    find: findStudentNumbers,
    shown: { head: 2, tail: 2 },
  },
  { kind: "personal.email", severity: "warn", basis: person, find: findEmailAddresses, shown: { head: 1, tail: 3 } },
  { kind: "secrecy.mark", severity: "block", basis: secret, find: findSecrecyMarks },
  { kind: "secrecy.phrase", severity: "warn", basis: secret, find: findSecrecyPhrases },
  { kind: "typography.doubledPunctuation", severity: "info", basis: [basis.correctness], find: findDoubledPunctuation },
  {
    kind: "typography.halfWidthPunctuation",
    severity: "info",
    basis: [basis.correctness],
    find: findHalfWidthPunctuation,
  },
  {
    kind: "typography.documentNumber",
    severity: "info",
    basis: [basis.documentNumber, basis.correctness],
    find: findDocumentNumberBrackets,
  },
];
