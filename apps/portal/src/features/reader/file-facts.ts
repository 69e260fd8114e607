const kinds = {
  doc: ["doc", "docx", "wps"],
  sheet: ["xls", "xlsx", "et", "csv"],
  slides: ["ppt", "pptx", "pps", "ppsx", "dps"],
  pdf: ["pdf"],
  zip: ["zip"],
} as const;

export type FileKind = keyof typeof kinds | "other";

/** What readers call a file of this suffix; a key under `reader.files` in the messages. */
export function fileKind(suffix: string): FileKind {
  const known = suffix.toLowerCase();
  const entries: [string, readonly string[]][] = Object.entries(kinds);
  const found = entries.find(([, suffixes]) => suffixes.includes(known))?.[0];
  // Found among the keys of `kinds`.
  return (found as FileKind | undefined) ?? "other";
}

const units = ["B", "KB", "MB", "GB"] as const;

/** `812 B`, `64 KB`, `3.2 MB`: one decimal below ten, from MB on. */
export function fileSize(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** step;
  return `${value.toFixed(step >= 2 && value < 10 ? 1 : 0)} ${units[step] ?? "GB"}`;
}
