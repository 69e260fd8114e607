import { describe, expect, test } from "vitest";
import { doc, p, picture } from "../articles/document/build-body.ts";
import { checkArticle, findingsPerKindMax } from "./check-article.ts";
import { defaultCheckRules } from "./check-rules.ts";
import { findingKinds, severities } from "./finding.ts";
import { articleWith } from "./testing/article-with.ts";
import { textDetectors } from "./text-detectors.ts";

const mediaId = "01939d5c-0000-7000-8000-000000000001";

function summary(parts: Parameters<typeof articleWith>[0] = {}): string[] {
  return checkArticle(articleWith(parts)).map(({ kind, severity }) => `${severity} ${kind}`);
}

test("an article nothing is wrong with", () => {
  expect(checkArticle(articleWith())).toEqual([]);
});

describe("what is missing", () => {
  test("title and body stop it", () => {
    expect(summary({ title: " ", body: doc(p(" "), p()) })).toEqual(["block missing.title", "block missing.body"]);
  });

  test("a page that only hands out a file warns; one of pictures is a page", () => {
    expect(summary({ body: doc(p()), attachments: [{ name: "章程.pdf" }] })).toEqual(["warn missing.body"]);
    expect(summary({ body: doc(picture(mediaId, { alt: "合影" })) })).toEqual([]);
  });

  test.each([
    ["news", ["warn missing.source", "warn missing.eventAt"]],
    ["organisation", ["info missing.source", "info missing.eventAt"]],
    ["education", ["warn missing.source"]],
    ["special", ["info missing.source"]],
  ] as const)("source and event time in %s", (module, expected) => {
    expect(summary({ module, source: "", eventAt: null })).toEqual(expected);
  });

  test("a picture without words, at its place, and one nobody knows the origin of", () => {
    const body = doc(p("正文"), picture(mediaId, { caption: "大会现场" }));
    const findings = checkArticle(articleWith({ body, pictures: [{ id: mediaId, source: "" }] }));
    expect(findings).toMatchObject([
      { kind: "missing.alt", severity: "warn", where: { field: "body", path: [1], part: "alt" }, excerpt: "大会现场" },
      { kind: "missing.pictureSource", severity: "info", where: { field: "pictureSource", mediaId } },
    ]);
  });
});

describe("the cover", () => {
  const cover = { id: mediaId, alt: "党员大会会场", source: "宣传部 摄" };

  test("with its words is in order", () => {
    expect(summary({ cover })).toEqual([]);
    expect(summary({ cover: null })).toEqual([]);
  });

  test("without them is reported at its place", () => {
    const findings = checkArticle(articleWith({ cover: { ...cover, alt: " ", source: "" } }));
    expect(findings).toMatchObject([
      { kind: "missing.coverAlt", severity: "warn", where: { field: "cover" } },
      { kind: "missing.pictureSource", severity: "info", where: { field: "cover" } },
    ]);
  });

  test("that stands in the body as well is asked for its source once", () => {
    const pictures = [{ id: mediaId, source: "" }];
    expect(summary({ cover: { ...cover, source: "" }, pictures })).toEqual(["info missing.pictureSource"]);
  });

  test("has words that are read like any others", () => {
    expect(summary({ cover: { ...cover, alt: "联系电话13812345678" } })).toEqual(["block personal.mobile"]);
  });
});

describe("the 48 hours", () => {
  const eventAt = new Date("2026-11-18T08:00:00Z");
  const after = (hours: number) => ({ eventAt, now: new Date(eventAt.getTime() + hours * 3_600_000) });

  test.each([
    [0, []],
    [36, []],
    [36.5, ["info late.remaining"]],
    [48, ["info late.remaining"]],
    [48.01, ["warn late.48h"]],
    [-1, ["warn eventAt.future"]],
  ])("%d hours after the event", (hours, expected) => {
    expect(summary(after(hours))).toEqual(expected);
  });

  test("say how many hours", () => {
    expect(checkArticle(articleWith(after(73.9)))[0]?.params).toEqual({ hours: 73, hoursMax: 48 });
    expect(checkArticle(articleWith(after(40.5)))[0]?.params).toEqual({ hoursLeft: 7, hoursMax: 48 });
  });

  test("bind news alone, and by the college's number", () => {
    expect(summary({ ...after(100), module: "organisation" })).toEqual([]);
    const rules = { ...defaultCheckRules, newsHoursMax: 120 };
    expect(checkArticle(articleWith(after(100)), rules)).toEqual([]);
  });
});

describe("typography", () => {
  test.each([
    ["会议召开，，学习文件。。", ["，", "。"]],
    ["会议召开,学习文件", ["，"]],
    ["时间:", ["："]],
    ["根据党发[2026]12号文件", ["〔2026〕"]],
    ["根据党发【2026】第3号文件", ["〔2026〕"]],
  ])("%s", (text, replacements) => {
    const findings = checkArticle(articleWith({ body: doc(p(text)) }));
    expect(findings.map(({ fix }) => fix?.replacement)).toEqual(replacements);
    expect(findings.every(({ severity }) => severity === "info")).toBe(true);
  });

  test.each(["等等……", "实践——认识", "Node.js, TypeScript", "上午8:30", "党发〔2026〕12号", "太好了！！", "10,000元"])(
    "not: %s",
    (text) => {
      expect(summary({ body: doc(p(text)) })).toEqual([]);
    },
  );

  test("the fix fits the place", () => {
    const text = "会议召开，，学习";
    const [finding] = checkArticle(articleWith({ body: doc(p(text)) }));
    const { from = 0, to = 0 } = finding?.where ?? {};
    expect(text.slice(0, from) + (finding?.fix?.replacement ?? "") + text.slice(to)).toBe("会议召开，学习");
  });
});

describe("keys", () => {
  const key = (...texts: string[]) =>
    checkArticle(articleWith({ body: doc(...texts.map((text) => p(text))) })).map((f) => f.key);

  test("outlive edits elsewhere and another spelling, not another number", () => {
    const [before] = key("联系13812345678");
    expect(key("新写的第一段", "请联系张三，电话：１３８ 1234 5678。")).toEqual([before]);
    expect(key("联系13812345679")).not.toEqual([before]);
  });

  test("the same number twice is two findings; waiving one doesn't waive the other", () => {
    const keys = key("联系13812345678", "再说一遍13812345678");
    expect(new Set(keys).size).toBe(2);
    expect(key("联系13812345678")).toEqual(keys.slice(0, 1));
  });

  test("a late item waived is late again when its event time changes", () => {
    const late = (eventAt: string) =>
      checkArticle(articleWith({ eventAt: new Date(eventAt), now: new Date("2026-11-20T00:00:00Z") }))[0]?.key;
    expect(late("2026-11-01T00:00:00Z")).not.toBe(late("2026-11-02T00:00:00Z"));
  });
});

test("the gravest come first", () => {
  const body = doc(p("会议召开，，联系13812345678"), p("office@example.edu.cn"), p("内部资料"));
  expect(summary({ body })).toEqual([
    "block personal.mobile",
    "block secrecy.mark",
    "warn personal.email",
    "info typography.doubledPunctuation",
  ]);
});

test("a text full of one mistake reports a bounded number of it", () => {
  expect(summary({ body: doc(p("党,".repeat(500))) })).toHaveLength(findingsPerKindMax);
});

test("detectors, kinds and severities agree", () => {
  for (const { kind, severity, basis } of textDetectors) {
    expect(findingKinds).toContain(kind);
    expect(severities).toContain(severity);
    expect(basis.length).toBeGreaterThan(0);
  }
  expect(new Set(findingKinds).size).toBe(findingKinds.length);
});
