import { branchRoleFilters, collegeRoleFilters, type roleFilters } from "@zhibu/domain/tenancy/people-filters";

/** A role as a form holds it, not yet whole. */
export type PostDraft = {
  key: string;
  place: "branch" | "college";
  branchSlug: string;
  role: (typeof roleFilters)[number];
  startsOn: string;
  /** Empty for a term without an end. */
  endsOn: string;
};

export type PostProblems = Partial<Record<"branchSlug" | "startsOn" | "endsOn", true>>;

export function problemsOf({ place, branchSlug, startsOn, endsOn }: PostDraft): PostProblems {
  return {
    ...(place === "branch" && branchSlug === "" ? { branchSlug: true as const } : {}),
    ...(startsOn === "" ? { startsOn: true as const } : {}),
    ...(endsOn !== "" && endsOn < startsOn ? { endsOn: true as const } : {}),
  };
}

/** What the server is sent for a draft without problems. */
export function postOf({ place, branchSlug, role, startsOn, endsOn }: PostDraft) {
  const term = { startsOn, endsOn: endsOn === "" ? null : endsOn };
  const inBranch = branchRoleFilters.find((each) => each === role);
  const inCollege = collegeRoleFilters.find((each) => each === role);
  return place === "branch"
    ? { place: { branchSlug, role: inBranch ?? "contributor" }, ...term }
    : { place: { role: inCollege ?? "auditor" }, ...term };
}

export function newPost(today: string, change: Partial<PostDraft> = {}): PostDraft {
  const key = crypto.randomUUID();
  return { key, place: "branch", branchSlug: "", role: "webmaster", startsOn: today, endsOn: "", ...change };
}

const shanghaiDays = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });

/** Today in Asia/Shanghai, for a form's first value; the server has the last word. */
export function todayInShanghai(): string {
  return shanghaiDays.format(new Date());
}
