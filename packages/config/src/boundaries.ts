/**
 * Who may import whom (DESIGN §5), as data. `.dependency-cruiser.mjs` turns it into rules, the check tests prove that
 * they fire, and the READMEs of the packages repeat it in words.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  "packages/domain": [],
  "packages/ui": [],
  "packages/config": [],
  "packages/db": ["packages/domain"],
  "packages/core": ["packages/db", "packages/domain"],
  "packages/auth": ["packages/db", "packages/domain"],
  "packages/api": ["packages/core", "packages/auth", "packages/domain"],
  // The words of mails are the portal's message files.
  "apps/worker": ["packages/core", "apps/portal/messages"],
  "apps/portal": ["packages/api", "packages/core", "packages/ui", "packages/auth", "packages/domain"],
};

/** Inside core an import goes to the same tier or to one further up, never down; engines hold subjects, not nouns. */
export const coreTiers: readonly (readonly string[])[] = [
  ["kernel"],
  ["tenancy", "baseline", "media", "audit", "notifications"],
  ["workflow", "checks", "search"],
  ["columns", "publicity", "study", "inspection"],
  ["articles", "development"],
];

/** Every slice of the product; a folder in domain, core or the portal's features has one of these names. */
export const slices = [
  "tenancy",
  "columns",
  "articles",
  "workflow",
  "media",
  "checks",
  "publicity",
  "development",
  "inspection",
  "baseline",
  "study",
  "search",
  "notifications",
  "audit",
] as const;
