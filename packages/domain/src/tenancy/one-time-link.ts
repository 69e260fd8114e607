import { z } from "zod";
import { typedPasswordSchema } from "./passwords.ts";

/** What a one-time link is for: the first password of a person who was invited, or a new one for who forgot theirs. */
export const linkPurposes = ["invite", "reset"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

const hour = 3_600_000;

/** How long a link works, in milliseconds: an invitation a week, a reset a day. */
const lifeOf = { invite: 7 * 24 * hour, reset: 24 * hour } as const satisfies Record<LinkPurpose, number>;

export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + lifeOf[purpose]);
}

/** 32 random bytes as base64url; anything else is a link nobody ever made. */
export const linkTokenSchema = z.string().max(43);

export const redeemLinkInput = z.object({ token: linkTokenSchema, newPassword: typedPasswordSchema });
export type RedeemLinkInput = z.infer<typeof redeemLinkInput>;
