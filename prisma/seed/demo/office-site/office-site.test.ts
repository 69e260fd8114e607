import { expect, test } from "vitest";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { doc } from "@zhibu/domain/articles/document/build-body";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { checkArticle } from "@zhibu/domain/checks/check-article";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import { replayStory } from "../../load/replay-story.ts";
import { officeSite } from "./office-site.ts";

const now = new Date("2026-11-23T06:00:00Z");
const { articles } = officeSite(now);

test("everything stands in a column of the baseline and is live", () => {
  const keys = flattenBaselineColumns().map(({ key }) => key);
  expect(articles.filter(({ column }) => !keys.includes(column))).toEqual([]);
  expect(new Set(articles.map(({ story }) => replayStory(story).visibility))).toEqual(new Set(["live"]));
});

test("no text has a slot left or anything the checks would stop or mend", () => {
  for (const { title, source, eventAt, versions } of articles) {
    const body = parseBody(doc(...versions.final));
    expect(`${title}\n${bodyText(body)}`).not.toMatch(/[{}]|undefined/u);
    const findings = checkArticle({ title, source, body, eventAt, module: "news", now, attachments: [], pictures: [] });
    expect(findings.filter(({ severity, kind }) => severity === "block" || kind.startsWith("typography"))).toEqual([]);
  }
});
