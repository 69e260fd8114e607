export const mediaKinds = ["picture", "attachment"] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** What a file was uploaded for: what stands in no library is shown with its list alone. */
export const mediaPurposes = ["library", "publicity"] as const;
export type MediaPurpose = (typeof mediaPurposes)[number];

/** How the content of a format is examined. */
export type FormatFamily = "picture" | "pdf" | "ooxml" | "ole" | "zip" | "text";

export type FileFormat = {
  kind: MediaKind;
  family: FormatFamily;
  mime: string;
  /** Suffixes under which the format travels; the first is the one kept. */
  suffixes: readonly [string, ...string[]];
};

const picture = { kind: "picture", family: "picture" } as const;
const ooxml = { kind: "attachment", family: "ooxml" } as const;
const ole = { kind: "attachment", family: "ole" } as const;
const text = { kind: "attachment", family: "text" } as const;
const openXml = "application/vnd.openxmlformats-officedocument";

/**
 * Everything that may be uploaded. Whatever is not here is refused, SVG and HTML among it: they carry script.
 * The WPS suffixes are the OLE containers of older WPS; new WPS writes docx, xlsx and pptx.
 */
export const fileFormats = {
  jpeg: { ...picture, mime: "image/jpeg", suffixes: ["jpg", "jpeg", "jpe", "jfif"] },
  png: { ...picture, mime: "image/png", suffixes: ["png"] },
  webp: { ...picture, mime: "image/webp", suffixes: ["webp"] },
  gif: { ...picture, mime: "image/gif", suffixes: ["gif"] },
  pdf: { kind: "attachment", family: "pdf", mime: "application/pdf", suffixes: ["pdf"] },
  docx: { ...ooxml, mime: `${openXml}.wordprocessingml.document`, suffixes: ["docx"] },
  xlsx: { ...ooxml, mime: `${openXml}.spreadsheetml.sheet`, suffixes: ["xlsx"] },
  pptx: { ...ooxml, mime: `${openXml}.presentationml.presentation`, suffixes: ["pptx", "ppsx"] },
  doc: { ...ole, mime: "application/msword", suffixes: ["doc", "wps"] },
  xls: { ...ole, mime: "application/vnd.ms-excel", suffixes: ["xls", "et"] },
  ppt: { ...ole, mime: "application/vnd.ms-powerpoint", suffixes: ["ppt", "pps", "dps"] },
  zip: { kind: "attachment", family: "zip", mime: "application/zip", suffixes: ["zip"] },
  txt: { ...text, mime: "text/plain", suffixes: ["txt"] },
  csv: { ...text, mime: "text/csv", suffixes: ["csv"] },
} as const satisfies Record<string, FileFormat>;

export type FormatName = keyof typeof fileFormats;

// The keys of a literal object are its own type's keys.
export const formatNames = Object.keys(fileFormats) as readonly FormatName[];

/** The format a suffix (lower case, no dot) stands for. */
export function formatOfSuffix(suffix: string): FormatName | null {
  const named = (name: FormatName) => (fileFormats[name].suffixes as readonly string[]).includes(suffix); // Widened to search in it.
  return formatNames.find(named) ?? null;
}

/** Suffixes with their dots, for the `accept` of a file input. */
export function acceptedSuffixes(kind: MediaKind): string {
  return formatNames
    .filter((name) => fileFormats[name].kind === kind)
    .flatMap((name) => fileFormats[name].suffixes.map((suffix) => `.${suffix}`))
    .join(",");
}
