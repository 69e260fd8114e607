/** The three modules of opinions III, and the branch's own features (opinions II(2)). Free of schemas, for screens load them. */
export const columnModules = ["news", "organisation", "education", "special"] as const;
export type ColumnModule = (typeof columnModules)[number];
