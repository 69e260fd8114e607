import { columnSlugChars } from "./column-limits.ts";

/** The longest beginning of whole syllables that fits an address. */
function fitting(syllables: readonly string[], charsMax: number): string {
  let slug = "";
  for (const syllable of syllables) {
    const longer = slug === "" ? syllable : `${slug}-${syllable}`;
    if (longer.length > charsMax) break;
    slug = longer;
  }
  return slug;
}

/** An address made of a name's syllables (lower case, a–z and digits), different from all that are taken. */
export function freeSlug(syllables: readonly string[], taken: ReadonlySet<string>): string {
  const usable = syllables
    .map((each) => each.toLowerCase().replaceAll(/[^a-z0-9]/gu, ""))
    .filter((each) => each !== "");
  const named = /^[a-z]/u.test(usable[0] ?? "") ? usable : ["lanmu", ...usable];
  const base = fitting(named, columnSlugChars.max - 3);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (slug.length >= columnSlugChars.min && !taken.has(slug)) return slug;
  }
}
