import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { addDays } from "../engine/shanghai-time.ts";
import type { BranchProfile } from "./branch-profile.ts";

export type StaffRole = "secretary" | "webmaster" | "organiser" | "contributor";

/** A person of a branch with the term of one role; days are `YYYY-MM-DD` in Shanghai. */
export type Appointment = { loginName: string; name: string; role: StaffRole; startsOn: string; endsOn: string | null };

export type Staff = readonly Appointment[];

/** The branch whose webmaster changed in the course of the year, and who it was before. */
const changedWebmaster = { branch: "gongwei", before: { loginName: "former.gongwei", name: "时雨桐" }, daysAgo: 150 };

/** Who holds which role, with terms: an ended one where the webmaster changed, the rest open or running for years. */
export function staffOf(profile: BranchProfile, now: Date): Staff {
  const began = shanghaiDay(addDays(now, -700));
  const { secretary, webmaster, organiser, contributor } = profile.people;
  const of = (role: StaffRole, name: string, startsOn = began): Appointment => ({
    loginName: `${role}.${profile.slug}`,
    name,
    role,
    startsOn,
    endsOn: role === "secretary" ? shanghaiDay(addDays(now, 760)) : null,
  });
  const regular = [of("secretary", secretary), of("organiser", organiser), of("contributor", contributor)];
  if (profile.slug !== changedWebmaster.branch) return [...regular, of("webmaster", webmaster)];
  const handover = addDays(now, -changedWebmaster.daysAgo);
  return [
    ...regular,
    { ...changedWebmaster.before, role: "webmaster", startsOn: began, endsOn: shanghaiDay(addDays(handover, -1)) },
    of("webmaster", webmaster, shanghaiDay(handover)),
  ];
}

/** Who sat at a desk on a day. @throws Error when nobody did. */
export function atDesk(staff: Staff, desk: StaffRole, at: Date): Appointment {
  const on = shanghaiDay(at);
  const found = staff.find(
    ({ role, startsOn, endsOn }) => role === desk && startsOn <= on && (endsOn === null || on <= endsOn),
  );
  if (!found) throw new Error(`nobody was ${desk} on ${on}`);
  return found;
}

/** The webmaster of the basic medicine branch also writes for the library. */
export const secondRole = { loginName: "webmaster.jichu", branch: "tushuguan", role: "contributor" } as const;
