import { describe, expect, test } from "vitest";
import { br, doc, h, p, table } from "../articles/document/build-body.ts";
import { foundingDocument } from "../articles/document/testing/founding-document.ts";
import { textToBody } from "../articles/document/text-to-body.ts";
import { checkArticle } from "./check-article.ts";
import { articleWith } from "./testing/article-with.ts";

function secrecy(parts: Parameters<typeof articleWith>[0]): (readonly [string, string])[] {
  return checkArticle(articleWith(parts))
    .filter(({ kind }) => kind.startsWith("secrecy."))
    .map(({ severity, excerpt }) => [severity, excerpt] as const);
}

function inText(text: string): (readonly [string, string])[] {
  return secrecy({ body: doc(p(text)) });
}

describe("marks that stop an article", () => {
  test.each([
    "秘密★",
    "秘密★1年",
    "机密★10年",
    "绝密★长期",
    "机密 ★ 5 年",
    "机密*10年",
    "★机密",
    "绝 密",
    "绝\u3000密 ★",
    "机\u200b密★",
    "【秘密】",
    "〔机密〕",
    "[绝密]",
    "（机密）",
    "【内部资料】",
    "关于开展自查的通知（秘密）",
    "密级：机密",
    "秘密",
    "  绝密  ",
    "内部资料",
    "内部文件",
    "注意保存",
    "内部资料 注意保存",
    "内部资料，请勿外传",
    "内部文件  不得外传！",
    "不得外传",
    "（不得外传）",
    "本材料仅供内部参考",
    "仅供党内学习。",
    "此件不公开",
    "機密★",
    "封面印有 绝  密 字样",
  ])("%s", (text) => {
    expect(inText(text)).toEqual([["block", expect.any(String)]]);
  });

  test("in every field, in a cell, on a line of its own inside a paragraph, in a file's name", () => {
    expect(secrecy({ title: "工作要点（机密）" })).toHaveLength(1);
    expect(secrecy({ source: "内部资料" })).toHaveLength(1);
    expect(secrecy({ body: doc(table([["密级", "秘密"]])) })).toHaveLength(1);
    expect(secrecy({ body: doc(p(["秘密", br(), "关于…的通知"])) })).toHaveLength(1);
    for (const name of [
      "机密_名单.xlsx",
      "内部资料-会议纪要.docx",
      "秘密★纪要.pdf",
      "(绝密)方案.doc",
      "会议 机密.pdf",
    ]) {
      expect(secrecy({ attachments: [{ name }] })).toHaveLength(1);
    }
  });
});

describe("handling orders in a sentence warn", () => {
  test.each(["涉密文件不得外传，违者追究责任。", "会议材料会后收回。"])("%s", (text) => {
    expect(inText(text)).toEqual([["warn", expect.any(String)]]);
  });
});

describe("words about secrecy are words", () => {
  test.each([
    "实行保密工作责任制，凡涉及学院党委秘密内容的相关资料及文件、内部办公信息不得上网",
    "不得处理、保存涉密内容的信息",
    "国家秘密的密级分为绝密、机密、秘密三级。",
    "密级：绝密、机密、秘密三级",
    "他在隐蔽战线从事秘密工作，保护了机密文件。",
    "学 院 党 委 秘 密 内 容",
    "学院党委秘 密内容",
    "党史故事：绝密使命",
    "观看影片《绝密》",
    "做好内部资料的整理和保存工作",
    "请各支部注意保存好会议记录",
    "内部控制制度建设",
    "加强党内监督，严守党的秘密",
    "天机密布",
  ])("%s", (text) => {
    expect(inText(text)).toEqual([]);
  });

  test("a heading and a file's name may speak of it, too", () => {
    expect(secrecy({ body: doc(h(2, "四、安全保密")), attachments: [{ name: "保密工作责任制.docx" }] })).toEqual([]);
  });
});

test("the college's founding document speaks of secrecy on every page and stops nowhere", () => {
  const findings = checkArticle(articleWith({ body: textToBody(foundingDocument()) }));
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

// Each of these took minutes while patterns could run on from any place; the default time limit of a test is the alarm.
test.each([
  " ".repeat(199_999) + "绝",
  "密级" + " ".repeat(199_000),
  "秘密" + " ".repeat(199_000) + "x",
  "13812345678 ".repeat(16_000),
  "1 ".repeat(100_000),
  "党,".repeat(99_999),
  "秘密★".repeat(60_000),
  // A pattern that backtracks takes minutes; half a minute leaves room for a busy machine.
])(
  "a hostile line is read in one go (%#)",
  (text) => {
    expect(inText(text).length).toBeLessThanOrEqual(50);
  },
  30_000,
);
