import { describe, expect, test } from "vitest";
import { titleCharsMax } from "@zhibu/domain/articles/article-input";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { doc } from "@zhibu/domain/articles/document/build-body";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { checkArticle } from "@zhibu/domain/checks/check-article";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import { replayStory } from "../load/replay-story.ts";
import { buildDemoCollege } from "./build-college.ts";
import { memberSum } from "./testing/member-sum.ts";

const now = new Date("2026-11-23T06:00:00Z");
const { branches, worn } = buildDemoCollege(now);
const all = branches.flatMap(({ profile, articles }) => articles.map((article) => ({ slug: profile.slug, article })));
const yearMs = 366 * 86_400_000;

function texts(article: (typeof all)[number]["article"]): string[] {
  return bodyText(doc(...article.versions.final)).split("\n");
}

test("the same moment gives the same college", () => {
  expect(buildDemoCollege(now)).toEqual(buildDemoCollege(now));
});

test("another moment moves the year along", () => {
  const later = buildDemoCollege(new Date("2027-06-10T06:00:00Z"));
  const dates = later.branches.flatMap(({ articles }) =>
    articles.flatMap(({ story }) => story.map(({ at }) => at.getTime())),
  );
  expect(Math.max(...dates)).toBeGreaterThan(Date.parse("2027-06-08T00:00:00Z"));
});

test("eight branches, seven hundred to a thousand items", () => {
  expect(branches).toHaveLength(8);
  expect(all.length).toBeGreaterThanOrEqual(700);
  expect(all.length).toBeLessThanOrEqual(1000);
});

test.each(branches.map(({ profile }) => [profile.slug, profile] as const))(
  "%s counts its members once",
  (_slug, profile) => {
    expect(memberSum(profile)).toBe(profile.members);
    expect(profile.intro).toContain(`党员${profile.members}名`);
  },
);

describe.each(branches.map((branch) => [branch.profile.slug, branch] as const))(
  "%s",
  (_slug, { profile, articles }) => {
    const replayed = articles.map(({ story }) => replayStory(story));

    test("has something live in every column of the baseline", () => {
      const live = new Set(
        articles.filter((_, index) => replayed[index]?.visibility === "live").map(({ column }) => column),
      );
      const leaves = flattenBaselineColumns().filter(({ parentKey }) => parentKey !== null);
      expect(leaves.filter(({ key }) => !live.has(key))).toEqual([]);
    });

    test("gives no two items the same title", () => {
      const titles = articles.map(({ title }) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    });

    test("has something on every desk", () => {
      const states = Map.groupBy(replayed, ({ workState, visibility }) => `${visibility}/${String(workState)}`);
      const count = (state: string) => states.get(state)?.length ?? 0;
      expect(count("unpublished/in_review")).toBeGreaterThanOrEqual(1);
      expect(count("unpublished/in_review")).toBeLessThanOrEqual(3);
      expect(count("unpublished/returned")).toBe(1);
      expect(count("unpublished/draft")).toBeGreaterThanOrEqual(1);
      expect(count("unpublished/scheduled")).toBe(1);
      expect(count("live/draft")).toBe(1);
      expect(count("withdrawn/null")).toBeGreaterThanOrEqual(1);
    });

    test("plans tomorrow's item for half past eight in Shanghai", () => {
      expect(replayed.flatMap(({ scheduledAt }) => scheduledAt ?? [])).toEqual([new Date("2026-11-24T00:30:00Z")]);
    });

    test("pictures about a third of its news", () => {
      const news = articles.filter(({ column }) => column.startsWith("news.") || column === profile.special?.slug);
      const share = news.filter(({ illustration }) => illustration !== null).length / news.length;
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.55);
    });
  },
);

test("nothing happened in the future or longer ago than a year, and steps follow each other", () => {
  for (const { article } of all) {
    const times = article.story.map(({ at }) => at.getTime());
    expect(times.toSorted((left, right) => left - right)).toEqual(times);
    expect(Math.min(...times)).toBeGreaterThan(now.getTime() - yearMs);
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
  }
});

test("news is written after it happened, mostly published within 48 hours", () => {
  const news = all.filter(({ article }) => article.column.startsWith("news."));
  const hours = news.flatMap(({ article }) => {
    const published = article.story.find(({ verb }) => verb === "publish");
    expect(article.eventAt).not.toBeNull();
    expect(article.story[0]?.at.getTime()).toBeGreaterThan(article.eventAt?.getTime() ?? 0);
    return published && article.eventAt ? [(published.at.getTime() - article.eventAt.getTime()) / 3_600_000] : [];
  });
  const prompt = hours.filter((each) => each <= 48).length / hours.length;
  expect(prompt).toBeGreaterThan(0.75);
  expect(prompt).toBeLessThan(0.95);
});

test("nobody approves what they submitted", () => {
  for (const { article } of all) {
    const submitters = article.story.filter(({ verb }) => verb === "submit").map(({ by }) => by);
    const approvers = article.story.filter(({ verb }) => verb === "approve").map(({ by }) => by);
    expect(approvers.filter((by) => submitters.includes(by))).toEqual([]);
  }
});

test("every text is a valid body without anything the checks would stop", () => {
  const found = all.flatMap(({ slug, article }) =>
    Object.values(article.versions).flatMap((blocks) => {
      const body = parseBody(doc(...blocks));
      const input = {
        title: article.title,
        source: article.source,
        body,
        eventAt: article.eventAt,
        module: "news" as const,
        now,
      };
      return checkArticle({ ...input, attachments: [], pictures: [] })
        .filter(({ severity, kind }) => severity === "block" || kind.startsWith("typography"))
        .map(({ kind, excerpt }) => `${slug}: ${article.title}: ${kind} ${excerpt}`);
    }),
  );
  expect(found).toEqual([]);
});

test("templates are filled, titles fit", () => {
  for (const { article } of all) {
    expect(`${article.title}\n${texts(article).join("\n")}`).not.toMatch(/[{}[\]|]|undefined|null|NaN/u);
    expect(article.title.length).toBeLessThanOrEqual(titleCharsMax);
    expect(texts(article).join("").length).toBeGreaterThan(60);
  }
});

test("no branch prints another's words", () => {
  expect(worn).toEqual([]);
  const owners = new Map<string, Set<string>>();
  for (const { slug, article } of all) {
    for (const line of texts(article).filter((text) => text.length >= 40))
      owners.set(line, (owners.get(line) ?? new Set()).add(slug));
  }
  expect([...owners].filter(([, slugs]) => slugs.size > 1).map(([line]) => line)).toEqual([]);
});
