import { z } from "zod";

/** An address as copied from a reader's browser, or a console page's. */
export const findByAddressInput = z.object({ address: z.string().trim().min(3).max(500) });
export type FindByAddressInput = z.infer<typeof findByAddressInput>;

export const listTakeDownsInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListTakeDownsInput = z.infer<typeof listTakeDownsInput>;
