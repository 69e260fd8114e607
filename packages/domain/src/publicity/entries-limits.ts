export const entriesMax = 1_000;

/** What an Excel file of a list's people may hold. */
export const entriesFileLimits = { bytesMax: 2 * 1024 * 1024, rowsMax: entriesMax, columnsMax: 40 } as const;
