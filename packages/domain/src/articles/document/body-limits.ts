/** What a body may hold at most; `parseBody` refuses what is larger, so nothing downstream needs a limit of its own. */
export const bodyLimits = {
  /** Levels of nodes below the document itself. */
  depthMax: 24,
  nodesMax: 20_000,
  /** UTF-16 units of all text nodes together. */
  charsMax: 200_000,
  /** UTF-8 bytes of the normalised document as JSON: what is stored. */
  bytesMax: 2 * 1024 * 1024,
  /** Places of one table's grid: a cell that spans counts for every place it covers. */
  tableCellsMax: 2_000,
  /** Columns or rows a single cell may span. */
  spanMax: 50,
  /** Raw marks looked at on one text node. */
  marksMax: 16,
  hrefCharsMax: 2_000,
  altCharsMax: 200,
  captionCharsMax: 200,
} as const;
