import { z } from "zod";
import { idSchema, versionSchema } from "../kernel/ids.ts";

export const listNotificationsInput = z.object({
  unread: z.boolean().default(false),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListNotificationsInput = z.infer<typeof listNotificationsInput>;

export const markReadInput = z.object({ ids: z.array(idSchema).min(1).max(50) });
export type MarkReadInput = z.infer<typeof markReadInput>;

/** Everything up to the newest line the person has seen; what came after it stays unread. */
export const markAllReadInput = z.object({ until: z.iso.datetime({ offset: true }) });
export type MarkAllReadInput = z.infer<typeof markAllReadInput>;

/** The path of the console page that is open. */
export const markVisitedInput = z.object({ path: z.string().min(1).max(300) });
export type MarkVisitedInput = z.infer<typeof markVisitedInput>;

export const mailWishes = ["each", "daily", "none"] as const;
export const mailWishSchema = z.enum(mailWishes);
export type MailWish = z.infer<typeof mailWishSchema>;

/** Who has not said how they want to be told gets one mail a day, before work begins. */
export const defaultWish = { mail: "daily", digestHour: 8 } as const satisfies { mail: MailWish; digestHour: number };

/** `digestHour`: hour of the day in Asia/Shanghai. */
export const saveWishInput = z.object({
  mail: mailWishSchema,
  digestHour: z.int().min(0).max(23),
  version: versionSchema,
});
export type SaveWishInput = z.infer<typeof saveWishInput>;
