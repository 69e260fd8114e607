import { byKind } from "../checks/files/attachment-findings.ts";
import type { FileFinding, FileFindingKind, FileReading, UnreadReason } from "../checks/files/file-reading.ts";
import { findInLine } from "../checks/files/find-in-line.ts";
import { placeParams } from "../checks/files/place-params.ts";

/** Files a list may have. */
export const publicityFilesMax = 10;

/** What stands in a file of a list, and why that keeps the list from being handed in. */
export type FileProblem = {
  readonly what: FileFindingKind;
  /** How often it stands there, as far as it was counted. */
  readonly count: number;
  /** What to search the file for; empty where words alone gave it away. */
  readonly hint: string;
  /** The first place, for `checks.files.place`. */
  readonly place: Readonly<Record<string, string | number>>;
};

/** What the checks say of a file of a list: what has to go, and what nobody has seen. */
export type CheckedFile = {
  readonly problems: readonly FileProblem[];
  /** `null` for a file read whole; `notYet` for one whose turn has not come. */
  readonly unread: { readonly state: "partly" | "unread"; readonly reason: UnreadReason | "notYet" } | null;
};

/**
 * Checks a file of a list by its name and what its text was found to hold. Whatever kind a finding is of, it stops the
 * list: here nobody may waive it (DOMAIN §3).
 */
export function checkPublicityFile(name: string, reading: FileReading | null): CheckedFile {
  const inName = findInLine(name.replace(/\.[^.]+$/u, "")).map((find): FileFinding => ({
    ...find,
    inner: "",
    place: { at: "name" },
  }));
  const problems = byKind([...inName, ...(reading?.findings ?? [])]).map(([what, findings]): FileProblem => {
    const { hint, inner, place } = findings[0];
    return { what, hint, count: findings.length, place: placeParams(inner, place) };
  });
  return { problems, unread: unreadOf(reading) };
}

function unreadOf(reading: FileReading | null): CheckedFile["unread"] {
  if (reading === null) return { state: "unread", reason: "notYet" };
  if (reading.reason === null) return null;
  return { state: reading.state === "partly" ? "partly" : "unread", reason: reading.reason };
}
