import { createHash } from "node:crypto";
import type { Prisma } from "@zhibu/db/generated/client";

/** Facts of one change; values a later reader of the trail needs, no secrets. */
export type AuditChanges = { readonly [key: string]: Prisma.InputJsonValue | null };

export type AuditRecord = {
  tenantId: string;
  seq: number;
  action: string;
  subjectType: string;
  subjectId: string;
  actorId: string | null;
  actorName: string;
  changes: AuditChanges;
  at: Date;
  prevHash: string;
};

/** What the first record of a chain names as the one before it. */
export const genesis = "0".repeat(64);

/** JSON with sorted keys: the same value gives the same text wherever it was stored in between. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 over a JSON value in its canonical form, hex. */
export function canonicalHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** SHA-256 over the record and the hash of the one before it, hex. */
export function auditHash(record: AuditRecord): string {
  return canonicalHash({ ...record, at: record.at.toISOString() });
}

/** Changes as the database will give them back: no `undefined`, no dates, so that their hash stays theirs. */
export function storedChanges(changes: AuditChanges): AuditChanges {
  return JSON.parse(JSON.stringify(changes)) as AuditChanges; // What JSON makes of them is again an object of JSON values.
}
