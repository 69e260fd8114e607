import { z } from "zod";
import { daySchema } from "../kernel/calendar-day.ts";
import { idSchema } from "../kernel/ids.ts";
import type { BranchRole } from "./roles.ts";

/** A hand-over begins today or within so many days. */
export const handOverDaysMax = 60;

/** Why an article in work is on the list. */
export const handOverKinds = ["draft", "handedIn", "inReview", "returned", "approved", "scheduled", "failed"] as const;
export type HandOverKind = (typeof handOverKinds)[number];

/** Where a role went: to the successor for the rest of its term, or to nobody because they held it already. */
export type HandedRole = {
  role: BranchRole;
  /** The leaver's last day. */
  endsOn: string;
  /** The successor's term; `null` where they held the role anyway. */
  given: { startsOn: string; endsOn: string | null } | null;
};

export type HandedArticle = { id: string; no: number; title: string; columnName: string; kind: HandOverKind };

/** What `hand_over.items` keeps, with the words of the day. */
export type HandOverItems = {
  branchName: string;
  /** The successor's first day. */
  day: string;
  note: string;
  roles: HandedRole[];
  articles: HandedArticle[];
};

export const previewHandOverInput = z.object({ fromUserId: idSchema });
export type PreviewHandOverInput = z.infer<typeof previewHandOverInput>;

export const handOverInput = z.object({
  fromUserId: idSchema,
  toUserId: idSchema,
  branchSlug: z.string().min(1).max(64),
  /** The successor's first day; the leaver's roles end the day before. */
  day: daySchema,
  /** The appointments that go over; the others stay as they are. */
  appointmentIds: z.array(idSchema).max(20),
  withArticles: z.boolean(),
  note: z.string().trim().max(300),
});
export type HandOverInput = z.infer<typeof handOverInput>;

export const handOverRefInput = z.object({ handOverId: idSchema });
export type HandOverRefInput = z.infer<typeof handOverRefInput>;
