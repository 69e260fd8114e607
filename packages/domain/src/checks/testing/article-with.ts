import { doc, p } from "../../articles/document/build-body.ts";
import type { CheckArticleInput } from "../check-article-input.ts";

/** An article nothing is wrong with, but for what the test changes. */
export function articleWith(parts: Partial<CheckArticleInput> = {}): CheckArticleInput {
  return {
    title: "基础医学院党总支召开党员大会",
    subtitle: "",
    summary: "",
    source: "基础医学院党总支",
    author: "李明",
    body: doc(p("会议学习了有关文件。")),
    eventAt: new Date("2026-11-20T06:00:00Z"),
    module: "news",
    now: new Date("2026-11-20T12:00:00Z"),
    attachments: [],
    pictures: [],
    ...parts,
  };
}
