/** Rows a single statement inserts: far below PostgreSQL's 65,535 parameters for any of our tables. */
const chunkRows = 500;

/** Runs `write` for the rows some hundred at a time, in order. */
export async function inChunks<T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += chunkRows) await write(rows.slice(start, start + chunkRows));
}
