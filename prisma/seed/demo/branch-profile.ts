/** What the words of a branch's texts are drawn from: each list is a slot of the corpus. */
export type Craft = {
  /** Subjects taught or work done. */
  course: readonly string[];
  /** Places where the unit's own work happens. */
  lab: readonly string[];
  /** A skill practised together, as a noun phrase. */
  practice: readonly string[];
  /** What volunteers offer, as a noun phrase. */
  service: readonly string[];
  /** A clause on what volunteers did at the stand. */
  serviceDetail: readonly string[];
  /** The calling's own virtues. */
  spirit: readonly string[];
  /** What the unit works towards. */
  goal: readonly string[];
  /** A clause on what it has reached lately. */
  result: readonly string[];
  /** A thought that ties study to the daily work, without a full stop. */
  insight: readonly string[];
  /** A difficulty named at meetings, as a noun phrase. */
  challenge: readonly string[];
  /** Name of a contest or drill. */
  contest: readonly string[];
  /** A popular-science subject. */
  popular: readonly string[];
};

export type People = {
  secretary: string;
  deputy: string;
  organiser: string;
  webmaster: string;
  contributor: string;
  /** Further committee members. */
  committee: readonly string[];
};

/** How a branch keeps its website. */
export type Tempo = {
  /** News items in an ordinary month. */
  perMonth: number;
  /** Share of items that appear later than 48 hours. */
  lateShare: number;
  /** Whole months ago in which nothing was published; 0 is the current month. */
  blankMonthsAgo: readonly number[];
  /** Share of submissions the secretary returned once. */
  returnShare: number;
};

export type BranchProfile = {
  slug: string;
  name: string;
  shortName: string;
  /** `general` is a 党总支 with branches under it, `direct` a 直属党支部 with groups. */
  kind: "general" | "direct";
  unit: string;
  intro: string;
  address: string;
  phone: string;
  email: string;
  /** Members, the same number in every text of the branch. */
  members: number;
  /** Branches of a 党总支 or groups of a 直属党支部, with their members. */
  cells: readonly { name: string; members: number }[];
  rooms: readonly string[];
  people: People;
  /** Name of the volunteer team. */
  brand: string;
  community: string;
  village: string;
  /** Branch or unit that study and activities are shared with. */
  partners: readonly string[];
  /** A column of the branch's own (opinions II(2)) and the topics that go there. */
  special?: { slug: string; name: string; topics: readonly string[] };
  craft: Craft;
  tempo: Tempo;
};
