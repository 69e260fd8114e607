import { z } from "zod";

/** Keys that seal secret fields, separated by commas: the first seals, all of them open. */
export const dataKeySchema = z
  .string()
  .transform((text) => text.split(",").map((key) => key.trim()))
  .pipe(z.array(z.string().min(32)))
  .optional();

/**
 * The keys of a process. The one derived from the sessions' secret seals until a key is set, and goes on opening what
 * it sealed before.
 */
export function dataKeysOf(given: readonly string[] | undefined, authSecret: string): string[] {
  return [...(given ?? []), `derived from ${authSecret}`];
}
