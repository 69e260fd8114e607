import { expect, test } from "vitest";
import type { StoryStep } from "../demo/demo-article.ts";
import { replayStory } from "./replay-story.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 4, 12, 8, minute));

const returnedOnce: StoryStep[] = [
  { verb: "write", by: "contributor", at: at(0), version: "first" },
  { verb: "handIn", by: "contributor", at: at(1) },
  { verb: "submit", by: "webmaster", at: at(2) },
  { verb: "return", by: "secretary", at: at(3), text: "请核对时间。" },
  { verb: "write", by: "webmaster", at: at(4), version: "final" },
  { verb: "submit", by: "webmaster", at: at(5) },
  { verb: "approve", by: "secretary", at: at(6), text: "" },
  { verb: "publish", by: "webmaster", at: at(7) },
];

test("a text returned, mended and published leaves two sealed revisions", () => {
  const article = replayStory(returnedOnce);
  expect(article).toMatchObject({
    visibility: "live",
    workState: null,
    live: 1,
    working: null,
    publishedAt: at(7),
    submitted: null,
  });
  expect(article.revisions.map(({ version, sealedAt }) => [version, sealedAt])).toEqual([
    ["first", at(2)],
    ["final", at(5)],
  ]);
  expect(article.moves.filter(({ onTimeline }) => onTimeline).map(({ action }) => action)).toEqual([
    "handIn",
    "submit",
    "return",
    "submit",
    "approve",
    "publish",
  ]);
});

test("a change to a live article leaves the live text where it is", () => {
  const article = replayStory([...returnedOnce, { verb: "write", by: "webmaster", at: at(9), version: "changed" }]);
  expect(article).toMatchObject({ visibility: "live", workState: "draft", live: 1, working: 2, publishedAt: at(7) });
  expect(article.moves.at(-1)).toMatchObject({ action: "beginChange", from: null, to: "draft", onTimeline: true });
});

test("a withdrawal keeps its reason", () => {
  const article = replayStory([...returnedOnce, { verb: "withdraw", by: "secretary", at: at(9), text: "名称有误。" }]);
  expect(article).toMatchObject({ visibility: "withdrawn", withdrawnAt: at(9) });
  expect(article.moves.at(-1)).toMatchObject({
    action: "withdraw",
    from: "live",
    to: "withdrawn",
    opinion: "名称有误。",
  });
});

test("a story the tables of moves don't know is refused", () => {
  const [write] = returnedOnce;
  if (!write) throw new Error("no story");
  expect(() => replayStory([write, { verb: "approve", by: "secretary", at: at(1), text: "" }])).toThrow();
  expect(() => replayStory([write, { verb: "publish", by: "secretary", at: at(1) }])).toThrow();
});
