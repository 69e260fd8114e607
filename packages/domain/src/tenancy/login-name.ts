import { z } from "zod";
import { normaliseLoginName } from "./account-inputs.ts";

export const loginNameChars = { min: 2, max: 40 } as const;

/** Lower-case letters and figures, in parts joined by a dot, a hyphen or an underscore: pinyin or a staff number. */
const loginNamePattern = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/u;

/** A login name as typed; capitals, full-width letters and stray blanks are put right. */
export const loginNameSchema = z
  .string()
  .max(120)
  .transform(normaliseLoginName)
  .pipe(z.string().min(loginNameChars.min).max(loginNameChars.max).regex(loginNamePattern));

/** What stands before the number in a suggested login name, for names that give no letters at all. */
const nameless = "yonghu";

/** Room for the number that tells people of one name apart. */
const numberChars = 5;

/** A login name's beginning made of a name's syllables: letters without accents, and figures. */
export function loginNameBase(syllables: readonly string[]): string {
  const letters = syllables
    .join("")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, "")
    .slice(0, loginNameChars.max - numberChars);
  return letters.length >= loginNameChars.min ? letters : nameless;
}

/** The base itself, or the base with the first number from 2 that nobody has. */
export function freeLoginName(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!taken.has(name)) return name;
  }
}
