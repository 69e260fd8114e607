import { z } from "zod";
import { AppError } from "../kernel/app-error.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";

export const bannerCharsMax = 60;
/** What is urgent for longer is news. */
export const bannerDaysMax = 30;

/** Empty, a path of the college's portal, or an https address without user information. */
const hrefForm = /^(?:|\/(?!\/)[^\s\\<>"]*|https:\/\/[^\s/?#@\\<>"]+(?:[/?#][^\s\\<>"]*)?)$/u;

export const bannerTextSchema = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim())
  .pipe(z.string().min(2).max(bannerCharsMax));

export const addBannerInput = z.object({
  text: bannerTextSchema,
  href: z.string().trim().max(500).regex(hrefForm).default(""),
  /** `null`: at once. */
  startsAt: z.iso.datetime({ offset: true }).nullable(),
  endsAt: z.iso.datetime({ offset: true }),
});
export type AddBannerInput = z.infer<typeof addBannerInput>;

export const endBannerInput = z.object({ bannerId: idSchema, version: versionSchema });
export type EndBannerInput = z.infer<typeof endBannerInput>;

export const listBannersInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListBannersInput = z.infer<typeof listBannersInput>;

export const bannerStandings = ["upcoming", "showing", "over", "ended"] as const;
export type BannerStanding = (typeof bannerStandings)[number];

type Times = { startsAt: Date; endsAt: Date; endedAt: Date | null };

/** What readers get of a banner at an instant; `ended` is what was taken back before its time. */
export function bannerStanding({ startsAt, endsAt, endedAt }: Times, now: Date): BannerStanding {
  if (endedAt !== null) return "ended";
  if (now < startsAt) return "upcoming";
  return now < endsAt ? "showing" : "over";
}

/** @throws AppError INVALID when the times leave nothing to show, or show it too long. */
export function assertBannerTimes(startsAt: Date, endsAt: Date, now: Date): void {
  if (endsAt <= now || endsAt <= startsAt) throw new AppError("INVALID", "banner.endsBeforeItStarts");
  if (endsAt.getTime() - startsAt.getTime() > bannerDaysMax * 86_400_000)
    throw new AppError("INVALID", "banner.tooLong", { days: bannerDaysMax });
}
