import { z } from "zod";
import { basis, type RuleBasis } from "./rule-sources.ts";
import { type SelfCheckKey, selfCheckVersion } from "./self-check-keys.ts";

export type SelfCheckDeclaration = { readonly key: SelfCheckKey; readonly basis: readonly RuleBasis[] };

/** What whoever submits declares, in the order it is asked, with where the duty comes from. */
export const selfCheckDeclarations: readonly SelfCheckDeclaration[] = [
  { key: "legality", basis: [basis.legality, basis.lawfulWords] },
  { key: "copyright", basis: [basis.rights] },
  { key: "portrait", basis: [basis.rights] },
  { key: "privacy", basis: [basis.rights, basis.disclosure] },
  { key: "secrecy", basis: [basis.secrecy, basis.secrecyReview] },
];

const declared = z.literal(true, { error: "checks.selfCheck.incomplete" });

/** All five declared, in today's wording; kept with the submission as it was given. */
export const selfCheckSchema = z.strictObject({
  version: z.literal(selfCheckVersion, { error: "checks.selfCheck.outdated" }),
  legality: declared,
  copyright: declared,
  portrait: declared,
  privacy: declared,
  secrecy: declared,
}) satisfies z.ZodType<Record<SelfCheckKey, true> & { version: string }>;

export type SelfCheck = z.infer<typeof selfCheckSchema>;
