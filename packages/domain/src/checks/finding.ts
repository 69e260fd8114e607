import type { BodyPart, BodyRange } from "../articles/document/body-text.ts";
import type { RuleBasis } from "./rule-sources.ts";

/** `block` stops the article unless a second person waives it with a reason; `warn` and `info` are shown. */
export const severities = ["block", "warn", "info"] as const;
export type Severity = (typeof severities)[number];

/** Each has a message under `checks.findings.<kind>`. */
export const findingKinds = [
  "personal.idNumber",
  "personal.oldIdNumber",
  "personal.bankCard",
  "personal.mobile",
  "personal.studentNumber",
  "personal.email",
  "secrecy.mark",
  "secrecy.phrase",
  "attachment.personal",
  "attachment.perhapsPersonal",
  "attachment.secrecyMark",
  "attachment.unread",
  "attachment.partlyRead",
  "missing.title",
  "missing.body",
  "missing.source",
  "missing.eventAt",
  "missing.alt",
  "missing.coverAlt",
  "missing.pictureSource",
  "late.48h",
  "late.remaining",
  "eventAt.future",
  "fact.unknown",
  "fact.outdated",
  "term.variant",
  "typography.doubledPunctuation",
  "typography.halfWidthPunctuation",
  "typography.documentNumber",
] as const;
export type FindingKind = (typeof findingKinds)[number];

export type CheckedField = "title" | "subtitle" | "introduction" | "summary" | "source" | "author" | "eventAt";

/** `from` and `to` are UTF-16 offsets into the field's or the block's text; both 0 where the place is empty. */
export type FindingPlace =
  | { readonly field: CheckedField; readonly from: number; readonly to: number }
  | { readonly field: "attachment"; readonly index: number; readonly from: number; readonly to: number }
  | { readonly field: "pictureSource"; readonly mediaId: string; readonly from: number; readonly to: number }
  | { readonly field: "cover"; readonly from: number; readonly to: number }
  | ({ readonly field: "body" } & BodyRange);

export type Finding = {
  /** The same for the same match after unrelated edits, so that a waiver still fits; holds nothing readable of the match. */
  readonly key: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly where: FindingPlace;
  /** The match with some words around it; personal data in it are masked. */
  readonly excerpt: string;
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly basis: readonly RuleBasis[];
  /** What to put in place of the stretch `where`. */
  readonly fix?: { readonly replacement: string };
};

/** What a rule reports, before it becomes a finding with a key and an excerpt. */
export type Report = Omit<Finding, "key" | "messageKey" | "excerpt" | "params"> & {
  /** What was matched, in one spelling; only its hash leaves the checks. */
  readonly value: string;
  readonly excerpt?: string;
  readonly params?: Finding["params"];
};

/** The place without what shifts when other words change: the same match in the same field counts as the same. */
export function placeName(where: FindingPlace): string {
  const part: BodyPart | "" = where.field === "body" ? where.part : "";
  return `${where.field}.${part}`;
}
