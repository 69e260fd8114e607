import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";

/** A list of the demo college. The names are nobody's, and say so. */
export type DemoList = {
  branch: string;
  type: "awards" | "activists" | "development-objects" | "admission" | "full-membership";
  title: string;
  state: "in_review" | "running" | "stated";
  /** How long ago it was handed in or signed. */
  daysAgo: number;
  entries: readonly PublicityEntry[];
};

const people = (unit: string, ...names: readonly string[]): PublicityEntry[] => names.map((name) => ({ name, unit }));

export const demoLists: readonly DemoList[] = [
  {
    branch: "huli",
    type: "development-objects",
    title: "关于春季拟确定发展对象的公示",
    state: "stated",
    daysAgo: 150,
    entries: people("护理学专业2022级", "示例甲", "示例乙", "示例丙", "示例丁"),
  },
  {
    branch: "huli",
    type: "admission",
    title: "关于秋季拟接收预备党员的公示",
    state: "running",
    daysAgo: 1,
    entries: [
      ...people("护理学专业2022级", "示例子", "示例丑", "示例寅"),
      ...people("助产学专业2022级", "示例卯", "示例辰"),
    ],
  },
  {
    branch: "huli",
    type: "full-membership",
    title: "关于预备党员按期转正的公示",
    state: "in_review",
    daysAgo: 0,
    entries: people("护理学专业2021级", "示例申", "示例酉"),
  },
  {
    branch: "jichu",
    type: "awards",
    title: "关于“七一”表彰拟推荐对象的公示",
    state: "stated",
    daysAgo: 160,
    entries: [
      { name: "示例戊", unit: "人体解剖学教研室", award: "优秀共产党员" },
      { name: "示例己", unit: "生理学教研室", award: "优秀党务工作者" },
    ],
  },
  {
    branch: "linchuang",
    type: "activists",
    title: "关于入党积极分子综合考评结果的公示",
    state: "running",
    daysAgo: 2,
    entries: people("临床医学专业2023级", "示例午", "示例未", "示例戌", "示例亥"),
  },
];
