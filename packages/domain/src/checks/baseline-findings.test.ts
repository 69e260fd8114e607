import { describe, expect, test } from "vitest";
import { doc, fact, p, table } from "../articles/document/build-body.ts";
import type { CollegeBaseline } from "../baseline/college-baseline.ts";
import { checkArticle } from "./check-article.ts";
import { defaultCheckRules } from "./check-rules.ts";
import { articleWith } from "./testing/article-with.ts";

const baseline: CollegeBaseline = {
  today: "2026-11-20",
  facts: [
    {
      key: "member-count",
      name: "党员总数",
      unit: "名",
      isArchived: false,
      values: [
        { id: "1", value: "1286", effectiveFrom: "2026-01-01", createdAt: new Date(1), isVoid: false },
        { id: "2", value: "1302", effectiveFrom: "2026-07-01", createdAt: new Date(2), isVoid: false },
        { id: "3", value: "1400", effectiveFrom: "2027-01-01", createdAt: new Date(3), isVoid: false },
      ],
    },
  ],
  terms: [
    { id: "t", words: "四个意识", variants: ["四种意识"], note: "固定表述", severity: "block" },
    { id: "u", words: "党支部委员会", variants: ["支部委员会"], note: "", severity: "info" },
  ],
};

function findings(parts: Parameters<typeof articleWith>[0]) {
  return checkArticle(articleWith({ eventAt: null, module: "organisation", ...parts }), {
    ...defaultCheckRules,
    baseline,
  }).filter(({ kind }) => kind.startsWith("fact.") || kind.startsWith("term."));
}

describe("facts", () => {
  test("a reference nobody keeps blocks; a known one is right", () => {
    expect(findings({ body: doc(p(["共", fact("member-count"), "名"])) })).toEqual([]);
    expect(findings({ body: doc(p("头"), p(["共", fact("gone"), "名"])) })).toMatchObject([
      { kind: "fact.unknown", severity: "block", where: { path: [1] }, params: { key: "gone" } },
    ]);
  });

  test("a fact that had no value on the day of the news says nothing either", () => {
    const eventAt = new Date("2025-05-01T04:00:00Z");
    const body = doc(p(["共", fact("member-count"), "名"]));
    expect(findings({ module: "news", eventAt, now: eventAt, body })).toMatchObject([{ kind: "fact.unknown" }]);
  });

  test("an old value by hand in a page, with what should stand there; not in news, nor in a reference", () => {
    const body = doc(p(["党员", fact("member-count"), "名"]), p("党员1286名"), table([["党员总数"], ["1286"]]));
    const outdated = findings({ body });
    expect(outdated).toMatchObject([
      { kind: "fact.outdated", where: { path: [1], from: 2, to: 6 }, fix: { replacement: "1302" } },
      { kind: "fact.outdated", where: { path: [2, 1, 0, 0] }, fix: { replacement: "1302" } },
    ]);
    expect(findings({ body, module: "news" })).toEqual([]);
  });
});

describe("terms", () => {
  test("in every field, each with its own severity, note and fix", () => {
    const found = findings({ title: "四种意识", body: doc(p("召开支部委员会，党支部委员会到会")) });
    expect(found).toMatchObject([
      {
        kind: "term.variant",
        severity: "block",
        where: { field: "title", from: 0, to: 4 },
        params: { note: "固定表述" },
      },
      {
        kind: "term.variant",
        severity: "info",
        where: { path: [0], from: 2, to: 7 },
        fix: { replacement: "党支部委员会" },
      },
    ]);
  });

  test("behind a reference the place is the editor's", () => {
    const body = doc(p(["共", fact("member-count"), "名，四种意识"]));
    expect(findings({ body })).toMatchObject([{ where: { path: [0], from: 4, to: 8 } }]);
  });
});

test("what a reference says is checked like words, and not offered to be overwritten", () => {
  const [base] = baseline.facts;
  const values = [{ id: "1", value: "四种意识", effectiveFrom: "2026-01-01", createdAt: new Date(1), isVoid: false }];
  const rules = { ...defaultCheckRules, baseline: { ...baseline, facts: base ? [{ ...base, values }] : [] } };
  const body = doc(p(["增强", fact("member-count")]));
  const [finding] = checkArticle(articleWith({ body }), rules);
  expect(finding).toMatchObject({ kind: "term.variant", where: { from: 2, to: 3 } });
  expect(finding).not.toHaveProperty("fix");
});
