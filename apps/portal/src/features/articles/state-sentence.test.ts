import { expect, test } from "vitest";
import { visibilities, workStates } from "@zhibu/domain/articles/article-states";
import messages from "../../../messages/zh-CN/articles.json" with { type: "json" };
import { stateSentence } from "./state-sentence.ts";
import { noAbilities as none } from "./testing/no-abilities.ts";

const abilities = [
  none,
  { ...none, submit: true, publish: true },
  { ...none, handIn: true },
  { ...none, approve: true },
  { ...none, fourEyes: true },
  { ...none, recall: true },
];

function sentenceAt(path: string): unknown {
  return path.split(".").reduce<unknown>((tree, key) => (tree as Record<string, unknown>)[key], messages.sentence);
}

test("no dead end: whatever the state and whoever looks, there is a sentence", () => {
  for (const can of abilities) {
    for (const workState of [...workStates, null]) {
      for (const visibility of visibilities)
        expect(sentenceAt(stateSentence({ visibility, workState }, can))).toBeTypeOf("string");
    }
  }
});

test("the same state tells the writer, the webmaster and the secretary different things", () => {
  const inReview = { visibility: "unpublished", workState: "in_review" } as const;
  expect(new Set(abilities.map((can) => stateSentence(inReview, can))).size).toBeGreaterThan(3);
});
