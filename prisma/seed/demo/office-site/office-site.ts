import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { defaultOfficeSite } from "@zhibu/domain/tenancy/default-office-site";
import { addDays, addHours, atShanghai, monthDay, shanghaiDate, workdayBefore } from "../../engine/shanghai-time.ts";
import { blocksOf } from "../../engine/text-blocks.ts";
import { demoBranches } from "../branches/all-branches.ts";
import type { DemoSite } from "../build-college.ts";
import type { DemoArticle } from "../demo-article.ts";
import type { Staff } from "../staff.ts";
import { officeTexts, type OfficeText } from "./office-texts.ts";

const people = { secretary: "秦砚秋", webmaster: "温守拙" } as const;

const profile: DemoSite["profile"] = {
  ...defaultOfficeSite,
  intro: "党务办公室负责基层党组织建设、党员教育管理和党务公开工作，在这里发布全院的通知、制度和学习安排。",
  address: "河南省新乡市求知路1号三全学院行政楼",
  phone: "0373-1000100",
  email: "dangban@sanquan.example",
};

/** Whose name stands under what the office writes; the person `office` keeps the site with them. */
function staff(now: Date): Staff {
  const began = shanghaiDay(addDays(now, -700));
  const of = (role: "secretary" | "webmaster") => ({
    loginName: `${role}.${profile.slug}`,
    name: people[role],
    role,
    startsOn: began,
    endsOn: role === "secretary" ? shanghaiDay(addDays(now, 760)) : null,
  });
  return [of("secretary"), of("webmaster")];
}

/** The college in figures, counted from its branches. */
function figures(): Record<string, string> {
  const count = (kind: "general" | "direct") => demoBranches.filter((branch) => branch.kind === kind).length;
  return {
    generals: String(count("general")),
    directs: String(count("direct")),
    table: demoBranches.map(({ name, members }) => `| ${name} | ${members} |`).join("\n"),
  };
}

function fill(text: string, slots: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => slots[name] ?? whole);
}

function articleOf({ column, title, daysAgo, hour, pinned, isNews, views, text }: OfficeText, now: Date): DemoArticle {
  const { year, month, day } = shanghaiDate(workdayBefore(addDays(now, -daysAgo)));
  const publishedAt = atShanghai(year, month, day, hour, 24);
  const slots = { ...figures(), day: monthDay(publishedAt), month: String(month) };
  return {
    column,
    title: fill(title, slots),
    source: profile.name,
    author: people.webmaster,
    eventAt: isNews ? addHours(publishedAt, -2.5) : null,
    versions: { final: blocksOf(fill(text, slots)) },
    illustration: null,
    attachment: null,
    pinned: pinned ?? false,
    views,
    story: [
      { verb: "write", by: "webmaster", at: addHours(publishedAt, -1.4), version: "final" },
      { verb: "submit", by: "webmaster", at: addHours(publishedAt, -0.8) },
      { verb: "approve", by: "secretary", at: addHours(publishedAt, -0.1), text: "同意发布。" },
      { verb: "publish", by: "webmaster", at: publishedAt },
    ],
  };
}

/**
 * The site the office writes on in its own name: what it sends to all branches and the college's pages are articles of it.
 * It is a site like any other, but not one of the college's branches.
 */
export function officeSite(now: Date): DemoSite {
  return { profile, staff: staff(now), articles: officeTexts.map((text) => articleOf(text, now)) };
}

/** The person of the office who is a webmaster of its site too. */
export const officeWriter = { loginName: "office", branch: profile.slug, role: "webmaster" } as const;
