import type { ColumnModule } from "./module-names.ts";

/** How often a column should see something new; `null` where the content stands until it changes. */
export type BaselineColumn = {
  key: string;
  slug: string;
  name: string;
  module: ColumnModule;
  /** Days after which a column without a new item counts as stale. */
  cadenceDays: number | null;
  children?: readonly BaselineColumn[];
};

/**
 * The column tree every branch begins with (opinions II(1) and III). Branches rename, order and hide; they can't delete these.
 * Cadence: news 3 a month (rubric 信息更新), study plans monthly (rubric 党员教育), the rest as the rubric's words suggest.
 */
export const baselineColumns: readonly BaselineColumn[] = [
  {
    key: "news",
    slug: "news",
    name: "新闻动态",
    module: "news",
    cadenceDays: 10,
    children: [
      { key: "news.meetings", slug: "meetings", name: "党务会议", module: "news", cadenceDays: 31 },
      { key: "news.activities", slug: "activities", name: "党内活动", module: "news", cadenceDays: 31 },
      { key: "news.theory", slug: "theory", name: "理论学习", module: "news", cadenceDays: 31 },
      { key: "news.theme", slug: "theme", name: "主题教育", module: "news", cadenceDays: 62 },
    ],
  },
  {
    key: "organisation",
    slug: "organisation",
    name: "组织管理",
    module: "organisation",
    cadenceDays: 62,
    children: [
      { key: "organisation.structure", slug: "structure", name: "组织设置", module: "organisation", cadenceDays: 365 },
      { key: "organisation.duties", slug: "duties", name: "主要职责", module: "organisation", cadenceDays: 365 },
      {
        key: "organisation.elections",
        slug: "elections",
        name: "机构调整与换届",
        module: "organisation",
        cadenceDays: null,
      },
      { key: "organisation.awards", slug: "awards", name: "评优表彰", module: "organisation", cadenceDays: 184 },
      {
        key: "organisation.development",
        slug: "development",
        name: "党员发展",
        module: "organisation",
        cadenceDays: 92,
      },
      { key: "organisation.norms", slug: "norms", name: "制度规范", module: "organisation", cadenceDays: 365 },
    ],
  },
  {
    key: "education",
    slug: "education",
    name: "党员教育",
    module: "education",
    cadenceDays: 31,
    children: [
      { key: "education.plans", slug: "plans", name: "学习计划", module: "education", cadenceDays: 31 },
      { key: "education.documents", slug: "documents", name: "文件汇编", module: "education", cadenceDays: 92 },
      { key: "education.speeches", slug: "speeches", name: "领导讲话", module: "education", cadenceDays: 92 },
      { key: "education.history", slug: "history", name: "党史资料", module: "education", cadenceDays: 92 },
      { key: "education.readings", slug: "readings", name: "党建读物", module: "education", cadenceDays: 92 },
      { key: "education.faq", slug: "faq", name: "问题解答", module: "education", cadenceDays: 92 },
    ],
  },
];

/** The tree as rows, parents before children. */
export function flattenBaselineColumns(): readonly (Omit<BaselineColumn, "children"> & {
  parentKey: string | null;
  position: number;
})[] {
  return baselineColumns.flatMap(({ children = [], ...root }, rootIndex) => [
    { ...root, parentKey: null, position: rootIndex },
    ...children.map(({ children: _none, ...child }, index) => ({ ...child, parentKey: root.key, position: index })),
  ]);
}
