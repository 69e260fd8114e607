const mebibyte = 1024 * 1024;

/** What an upload may weigh, in bytes. */
export const pictureBytesMax = 20 * mebibyte;
export const attachmentBytesMax = 50 * mebibyte;

/** Takes the 50-megapixel modes of telephones; decoding more would not fit beside everything else in 512 MB. */
export const picturePixelsMax = 51_000_000;

/** Widths in pixels made of each picture as WebP; a picture is never enlarged. */
export const pictureWidthTargets = [480, 960, 1600] as const;

/** What an archive (a zip, or an Office file, which is one) may hold before it counts as a bomb. */
export const archiveLimits = {
  entriesMax: 2_000,
  unpackedBytesMax: 300 * mebibyte,
  /** Unpacked ÷ packed; ordinary office text stays below 30. */
  ratioMax: 100,
  /** Below this size a high ratio harms nobody: an empty spreadsheet reaches it. */
  ratioCountsFromBytes: 10 * mebibyte,
} as const;

export const bytesMax = { picture: pictureBytesMax, attachment: attachmentBytesMax } as const;

/** For sentences: a limit in whole MB. */
export function inMegabytes(bytes: number): number {
  return Math.round(bytes / mebibyte);
}
