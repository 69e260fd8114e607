import { z } from "zod";
import { idSchema } from "../kernel/ids.ts";

export const listMailsInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListMailsInput = z.infer<typeof listMailsInput>;

export const resendMailInput = z.object({ mailId: idSchema });
export type ResendMailInput = z.infer<typeof resendMailInput>;
