import { z } from "zod";

/** A name of so many characters in one line, without control characters and markup; stray blanks are put right. */
export function nameSchema({ min, max }: { min: number; max: number }) {
  return z
    .string()
    .max(200)
    .transform((name) => name.replaceAll(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^[^\p{Cc}\p{Cf}<>]+$/u),
    );
}

export const personNameSchema = nameSchema({ min: 2, max: 40 });
