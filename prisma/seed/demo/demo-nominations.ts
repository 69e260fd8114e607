/** What branches propose to the portal, and what the office made of it: the newest of a branch's own columns. */
export type DemoNomination = {
  branch: string;
  note: string;
  /** Days before now. */
  proposedDaysAgo: number;
  /** `null` while the office has not decided. */
  featuredDaysAgo: number | null;
};

export const demoNominations: readonly DemoNomination[] = [
  {
    branch: "yaoxue",
    note: "把专业知识讲给群众听，形式新颖，社区反映很好，其他院系可以结合自己的专业开展。",
    proposedDaysAgo: 6,
    featuredDaysAgo: 5,
  },
  {
    branch: "huli",
    note: "志愿服务做到了常态化，有台账、有回访，做法可以推广。",
    proposedDaysAgo: 12,
    featuredDaysAgo: 10,
  },
  {
    branch: "linchuang",
    note: "实习点的党员管理一直是难题，这个做法值得交流。",
    proposedDaysAgo: 1,
    featuredDaysAgo: null,
  },
];
