import type { UserId } from "../kernel/ids.ts";
import { can, type RolesHeld } from "../tenancy/permissions.ts";

/** What decides who may touch an item of the library. */
export type MediaStanding = {
  createdById: string;
  /** A live revision shows it: readers see its texts. */
  isLive: boolean;
  /** A revision that was submitted or published shows it: its name is part of what was reviewed. */
  isSealed: boolean;
};

/** Whether the actor may change alt text and source; what readers see already is changed only by people who may publish. */
export function mayEditMedia(roles: RolesHeld, standing: Pick<MediaStanding, "isLive">): boolean {
  return can(roles, "media:upload") && (!standing.isLive || can(roles, "article:publish"));
}

/** Whether the actor may delete an unused item: their own, or any for people who may publish. */
export function mayDeleteMedia(
  roles: RolesHeld,
  userId: UserId,
  standing: Pick<MediaStanding, "createdById">,
): boolean {
  return can(roles, "media:upload") && (standing.createdById === userId || can(roles, "article:publish"));
}
