const mebibyte = 1024 * 1024;

/** How far a file is read. Past these the rest counts as unread, and whoever signs is told. */
export const readingLimits = {
  /** Characters of text in one file, archives with all they hold. */
  charsMax: 10_000_000,
  /** Bytes unpacked of one archive or Office file. */
  unpackedBytesMax: 300 * mebibyte,
  entriesMax: 2_000,
  /** A file within an archive is held in memory while it is read. */
  innerBytesMax: 30 * mebibyte,
  /** One text between two tags of an XML part. */
  textBytesMax: 8 * mebibyte,
  plainBytesMax: 12 * mebibyte,
  pagesMax: 2_000,
  /** After this the thread stops by itself and hands over what it has. */
  softMs: 40_000,
  /** After this it is ended. */
  hardMs: 60_000,
  heapMb: 160,
  /** What lives briefly: small, or a thread takes far more than it ever needs at once. */
  youngHeapMb: 16,
} as const;
