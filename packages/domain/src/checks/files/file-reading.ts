/** How much of a file's text the checks have seen. A file without a reading was never tried. */
export const readingStates = ["read", "partly", "unread"] as const;
export type ReadingState = (typeof readingStates)[number];

/** Why a file's text, or a part of it, was not seen; messages under `checks.files.reasons.`. */
export const unreadReasons = [
  "encrypted",
  "noText",
  "oldFormat",
  "broken",
  "tooLong",
  "tooSlow",
  "innerFiles",
  "missing",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** What may stand in a file and not before readers; messages under `checks.files.kinds.`. */
export const fileFindingKinds = [
  "idNumber",
  "oldIdNumber",
  "bankCard",
  "mobile",
  "phone",
  "studentNumber",
  "email",
  "birthDate",
  "address",
  "secrecyMark",
] as const;
export type FileFindingKind = (typeof fileFindingKinds)[number];

/** Where in a file something stands, as its program names it. */
export type FilePlace =
  | { readonly at: "page" | "slide" | "paragraph" | "line"; readonly no: number }
  | { readonly at: "tableRow"; readonly table: number; readonly no: number }
  | { readonly at: "cell"; readonly sheet: string; readonly cell: string }
  | { readonly at: "headerFooter" | "notes" | "comments" | "properties" | "name" | "elsewhere" };

export type FileFinding = {
  readonly kind: FileFindingKind;
  /** What to search for in the file, with the inner figures starred; empty where words alone gave it away. */
  readonly hint: string;
  /** The file within an archive; empty for the file itself. */
  readonly inner: string;
  readonly place: FilePlace;
};

/** What is kept of a file's text: what was found and where, never the text. */
export type FileReading = {
  readonly state: ReadingState;
  /** `null` for a file that was read whole. */
  readonly reason: UnreadReason | null;
  /** The first of them, in reading order. */
  readonly findings: readonly FileFinding[];
  readonly findingCount: number;
};

/** More findings of one file say nothing new. */
export const fileFindingsMax = 50;
