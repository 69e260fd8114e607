import { expect, test } from "vitest";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import { doc } from "@zhibu/domain/articles/document/build-body";
import { defaultTerms } from "@zhibu/domain/baseline/default-terms";
import { findTermVariants } from "@zhibu/domain/baseline/term-finder";
import { buildDemoCollege } from "./build-college.ts";

const terms = defaultTerms.map((term) => ({ ...term, id: term.words }));

test("nothing is right and wrong at once", () => {
  const right = new Set<string>(terms.map(({ words }) => words));
  expect(terms.flatMap(({ variants }) => variants.filter((variant) => right.has(variant)))).toEqual([]);
  for (const { words } of terms) expect(findTermVariants(words, terms)).toEqual([]);
});

test("the demo college writes them right", () => {
  const { branches } = buildDemoCollege(new Date("2026-11-23T06:00:00Z"));
  const found = branches.flatMap(({ articles }) =>
    articles.flatMap(({ title, versions }) =>
      findTermVariants(`${title}\n${bodyText(doc(...versions.final))}`, terms).map(
        ({ variant }) => `${title}: ${variant}`,
      ),
    ),
  );
  expect(found).toEqual([]);
});
