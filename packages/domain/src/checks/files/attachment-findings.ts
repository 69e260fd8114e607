import type { CheckArticleInput } from "../check-article-input.ts";
import type { FindingKind, Report } from "../finding.ts";
import { basis, type RuleBasis } from "../rule-sources.ts";
import { type FileFinding, type FileFindingKind, type FileReading } from "./file-reading.ts";
import { placeParams } from "./place-params.ts";

type Rule = { readonly kind: FindingKind; readonly severity: Report["severity"]; readonly basis: readonly RuleBasis[] };

const sensitive = [basis.rights, basis.sensitiveData];
const person = [basis.rights, basis.disclosure];
const personal: Rule = { kind: "attachment.personal", severity: "block", basis: sensitive };
const perhaps: Rule = { kind: "attachment.perhapsPersonal", severity: "warn", basis: person };

/** As grave in an attachment as in the text; what words alone give away is for people to look at. */
const rules: Readonly<Record<FileFindingKind, Rule>> = {
  idNumber: personal,
  bankCard: personal,
  mobile: { ...personal, basis: person },
  secrecyMark: { kind: "attachment.secrecyMark", severity: "block", basis: [basis.secrecy, basis.secrecyReview] },
  oldIdNumber: { ...perhaps, basis: sensitive },
  studentNumber: perhaps,
  email: perhaps,
  phone: perhaps,
  birthDate: perhaps,
  address: perhaps,
};

/** What the attachments' texts say that must not be public, and what of them nobody has seen. */
export function findInAttachments({ attachments }: CheckArticleInput): Report[] {
  return attachments.flatMap(({ name, reading }, index) =>
    reading === undefined || reading === null ? [] : reportsOf(name, reading, index),
  );
}

function reportsOf(name: string, reading: FileReading, index: number): Report[] {
  const where = { field: "attachment", index, from: 0, to: 0 } as const;
  const found = byKind(reading.findings).map(([kind, findings]): Report => {
    const { inner, place, hint } = findings[0];
    return {
      ...rules[kind],
      where,
      // Another file of the same name is another matter: its waiver is another one.
      value: JSON.stringify([name, kind, findings]),
      excerpt: hint,
      params: { name, what: kind, count: findings.length, ...placeParams(inner, place) },
    };
  });
  if (reading.reason === null) return found;
  const kind = reading.state === "partly" ? "attachment.partlyRead" : "attachment.unread";
  return [
    ...found,
    {
      kind,
      severity: "warn",
      basis: person,
      where,
      value: `${name}|${reading.reason}`,
      params: { name, reason: reading.reason },
    },
  ];
}

type SomeFindings = readonly [FileFinding, ...FileFinding[]];

/** The findings of each kind, in the order the kinds first come up. */
export function byKind(findings: readonly FileFinding[]): (readonly [FileFindingKind, SomeFindings])[] {
  const kinds = new Map<FileFindingKind, [FileFinding, ...FileFinding[]]>();
  for (const finding of findings) {
    const known = kinds.get(finding.kind);
    if (known === undefined) kinds.set(finding.kind, [finding]);
    else known.push(finding);
  }
  return [...kinds];
}
