import { articleTabs } from "@zhibu/domain/articles/article-tabs";
import type { Cast } from "./cast.ts";

/** A list of the console, and who looks at it. */
export type List = {
  name: string;
  /** The procedure. */
  path: string;
  as: Exclude<keyof Cast, "branch">;
  input?: (branch: Cast["branch"]) => Readonly<Record<string, unknown>>;
  /** Pages by keyset (`cursor`, `limit`, `nextCursor`); how many rows a request may ask for at most. */
  limitMax?: number;
};

const here = ({ slug }: Cast["branch"]) => ({ branch: slug });

const ofBranch: readonly List[] = [
  ...articleTabs.map((tab): List => ({
    name: `articles.list ${tab}`,
    path: "articles.list",
    as: "webmaster",
    input: (branch) => ({ ...here(branch), tab }),
    ...(tab === "all" || tab === "live" ? { limitMax: 50 } : {}),
  })),
  {
    name: "articles.list of a column",
    path: "articles.list",
    as: "webmaster",
    input: (branch) => ({ ...here(branch), tab: "all", columnId: branch.columnId }),
  },
  {
    name: "articles.list search, common word",
    path: "articles.list",
    as: "webmaster",
    input: (branch) => ({ ...here(branch), tab: "all", search: "党员" }),
  },
  {
    name: "articles.list search, nothing found",
    path: "articles.list",
    as: "webmaster",
    input: (branch) => ({ ...here(branch), tab: "all", search: "查无此词" }),
  },
  { name: "articles.counts", path: "articles.counts", as: "webmaster", input: here },
  { name: "desk.inbox of a secretary", path: "desk.inbox", as: "secretary" },
  { name: "desk.inbox of a webmaster", path: "desk.inbox", as: "webmaster" },
  { name: "desk.inbox over 8 branches", path: "desk.inbox", as: "steward" },
  { name: "desk.dashboard", path: "desk.dashboard", as: "secretary", input: here },
  { name: "publicity.list", path: "publicity.list", as: "webmaster", input: here },
  { name: "publicity.counts", path: "publicity.counts", as: "webmaster", input: here },
  {
    name: "media.list",
    path: "media.list",
    as: "webmaster",
    input: (branch) => ({ ...here(branch), kind: "picture" }),
    limitMax: 100,
  },
  {
    name: "media.list search, nothing found",
    path: "media.list",
    as: "webmaster",
    input: (branch) => ({ ...here(branch), kind: "picture", search: "查无此词" }),
  },
  { name: "columns.list", path: "columns.list", as: "webmaster", input: here },
  { name: "people.list", path: "people.list", as: "secretary", input: here },
  { name: "corrections.list", path: "corrections.list", as: "webmaster", input: here },
  { name: "pushes.list", path: "pushes.list", as: "webmaster", input: here },
];

const ofPerson: readonly List[] = [
  { name: "notifications.list", path: "notifications.list", as: "office", limitMax: 50 },
  { name: "notifications.list unread", path: "notifications.list", as: "office", input: () => ({ unread: true }) },
];

const allBranches = { order: "desc", state: "current", kind: "all", search: "", onlyOverdue: false, limit: 50 };

const ofOffice: readonly List[] = [
  ...["position", "monthItems", "waiting", "overdue", "lastActivity"].map((sort): List => ({
    name: `office.branches.list by ${sort}`,
    path: "office.branches.list",
    as: "office",
    input: () => ({ ...allBranches, sort }),
  })),
  {
    name: "office.branches.list, overdue alone",
    path: "office.branches.list",
    as: "office",
    input: () => ({ ...allBranches, sort: "position", onlyOverdue: true }),
  },
  { name: "office.people.list", path: "office.people.list", as: "office" },
  {
    name: "office.people.list search",
    path: "office.people.list",
    as: "office",
    input: () => ({ search: "webmaster.s005" }),
  },
  { name: "office.pushes.list", path: "office.pushes.list", as: "office" },
  { name: "office.audit.list", path: "office.audit.list", as: "auditor", limitMax: 50 },
  ...["proposed", "featured"].map((tab): List => ({
    name: `office.nominations.list ${tab}`,
    path: "office.nominations.list",
    as: "office",
    input: () => ({ tab }),
  })),
  { name: "office.takeDowns.list", path: "office.takeDowns.list", as: "office" },
  { name: "office.mails.list", path: "office.mails.list", as: "office" },
  { name: "office.imports.list", path: "office.imports.list", as: "office" },
];

/** The lists of the console (C1). */
export const lists: readonly List[] = [...ofBranch, ...ofPerson, ...ofOffice];
