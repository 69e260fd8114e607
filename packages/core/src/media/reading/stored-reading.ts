import type { MediaReading } from "@zhibu/db/generated/client";
import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import { parseReading } from "@zhibu/domain/checks/files/file-reading-schema";

/** A reading as its row holds it. */
export function readingData({ state, reason, findings, findingCount }: FileReading, readAt: Date) {
  return { state, reason: reason ?? "", findings: [...findings], findingCount, readAt };
}

/** The reading of a row; `null` for a file nobody has read. */
export function readingOf(row: MediaReading | null): FileReading | null {
  return row && parseReading(row);
}

/** A row of media with its reading in the words of the checks. */
export function withReading<T extends { reading: MediaReading | null }>(
  row: T,
): Omit<T, "reading"> & { reading: FileReading | null } {
  return { ...row, reading: readingOf(row.reading) };
}
