import { z } from "zod";

/** Names a branch may not take: they are hosts or paths of the platform, or look official. */
export const reservedSlugs: readonly string[] = [
  "www",
  "console",
  "api",
  "admin",
  "office",
  "new",
  "inspection",
  "audit",
  "sign-in",
  "sign-out",
  "inbox",
  "account",
  "change-password",
  "static",
  "assets",
  "media",
  "mail",
  "smtp",
  "ftp",
  "ns",
  "dns",
  "cdn",
  "img",
  "status",
  "health",
  "reader-site",
  "reader-portal",
  "localhost",
  "portal",
  "root",
  "support",
  "help",
  "dangban",
  "dangwei",
  "test",
];

const branchSlugChars = { min: 2, max: 32 } as const;

function isReserved(slug: string): boolean {
  return reservedSlugs.includes(slug) || slug.startsWith("xn--");
}

/** A branch's subdomain: a DNS label that no platform host or path uses. */
export const branchSlugSchema = z
  .string()
  .min(branchSlugChars.min)
  .max(branchSlugChars.max)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u)
  .refine((slug) => !isReserved(slug), { message: "reserved" });

/** An address name made of a name's syllables, neither taken nor reserved: as many whole syllables as fit. */
export function freeBranchSlug(syllables: readonly string[], taken: ReadonlySet<string>): string {
  const usable = syllables
    .map((each) => each.toLowerCase().replaceAll(/[^a-z0-9]/gu, ""))
    .filter((each) => each !== "");
  const named = /^[a-z]/u.test(usable[0] ?? "") ? usable : ["zhibu", ...usable];
  let base = "";
  for (const syllable of named) if (base.length + syllable.length <= branchSlugChars.max - 4) base += syllable;
  if (base.length < branchSlugChars.min) base = `zhibu${base}`;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}${number}`;
    if (!taken.has(slug) && !isReserved(slug)) return slug;
  }
}
