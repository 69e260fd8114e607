/** What an Excel file of people may hold. */
export const importLimits = { bytesMax: 5 * 1024 * 1024, rowsMax: 5_000, columnsMax: 40 } as const;
