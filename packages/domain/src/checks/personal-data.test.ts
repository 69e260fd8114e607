import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockNode } from "../articles/document/body-schema.ts";
import { doc, link, marked, p, picture, table, ul } from "../articles/document/build-body.ts";
import { checkArticle } from "./check-article.ts";
import type { Finding } from "./finding.ts";
import { idCheckCharacter, isIdNumber } from "./id-number.ts";
import { articleWith } from "./testing/article-with.ts";
import { harmlessNumber } from "./testing/harmless-numbers.ts";
import { plantedNumber } from "./testing/personal-numbers.ts";

function personal(text: string): Finding[] {
  return checkArticle(articleWith({ body: doc(p(text)) })).filter(({ kind }) => kind.startsWith("personal."));
}

function kinds(text: string): string[] {
  return personal(text).map(({ kind }) => kind);
}

describe("ID numbers", () => {
  test.each([
    "11010519491231002X",
    "11010519491231002x",
    "身份证11010519491231002X。",
    "ID：１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002X",
    "110105-19491231-002-X",
    "110105.1949.1231.002×",
    "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
    "110105\u200b19491231\u200b002X",
  ])("%s", (text) => {
    expect(kinds(text)).toEqual(["personal.idNumber"]);
  });

  test.each([
    ["wrong check character", "110105194912310021"],
    ["no such day", "110105194902300020"],
    ["no such province", `99010519491231002${idCheckCharacter("99010519491231002")}`],
    ["inside a longer serial number", "20110105194912310021"],
    ["masked already", "1101051949****002X"],
    ["X begins a word", "11010519491231002Xray"],
  ])("not: %s", (_why, text) => {
    expect(kinds(text)).toEqual([]);
  });

  test("the example of the standard, and each of its characters changed", () => {
    expect(isIdNumber("11010519491231002X")).toBe(true);
    for (let at = 0; at < 17; at += 1) {
      const digit = (Number("11010519491231002"[at]) + 1) % 10;
      expect(isIdNumber(`${"11010519491231002X".slice(0, at)}${digit}${"11010519491231002X".slice(at + 1)}`)).toBe(
        false,
      );
    }
  });

  test("an old number warns", () => {
    expect(personal("证件号110105491231002")).toMatchObject([{ kind: "personal.oldIdNumber", severity: "warn" }]);
    expect(kinds("编号110105499931002")).toEqual([]);
    expect(kinds("110 105 491 231 002")).toEqual([]);
  });
});

describe("mobile numbers", () => {
  test.each([
    "13812345678",
    "电话:138-1234-5678",
    "138 1234 5678",
    "１３８１２３４５６７８",
    "+86 13812345678",
    "+8613812345678",
    "008613812345678",
    "（+86）138-1234-5678",
    "Tel13812345678",
    "微信13812345678同号",
    "1.13812345678",
    "1 3 8 1 2 3 4 5 6 7 8",
    "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
  ])("%s", (text) => {
    expect(kinds(text)).toEqual(["personal.mobile"]);
  });

  test("several in one line, one finding each", () => {
    expect(kinds("张三13812345678、李四 139 8765 4321；王五159-0000-1111")).toHaveLength(3);
  });

  test.each([
    "0373-3831000",
    "0373-3831000-8013",
    "12345678901",
    "138123456789",
    "2026113812345678",
    "SN13812345678",
    "13812345678abc",
    "13812345678元",
    "13812345678.50",
    "0.13812345678",
    "15000000000元",
    "15 20 30 25 10 8",
    "1921—2026 105周年",
    "131\t20230101",
    "138****5678",
    "0 1 3 8 1 2 3 4 5 6 7 8",
    "1 3 8 1 2 3 4 5 6 7 8 9",
  ])("not: %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("bank cards", () => {
  test.each([
    "6222021234567890128",
    "6222 0212 3456 7890 128",
    "622202 1234567890128",
    "4213-9412-3456-7899",
    "６２２２０２１２３４５６７８９０１２８",
    "工行9558801234567890128，户名张三",
  ])("%s", (text) => {
    expect(kinds(text)).toEqual(["personal.bankCard"]);
  });

  test.each([
    ["fails Luhn", "6222021234567890127"],
    ["no issuer", "1234567812345670"],
    ["an issuer's number of the wrong length", "42139412345678901"],
    ["part of a code", "X6222021234567890128"],
    ["a row of figures", "62 22 02 12 34 56 78 90 128"],
  ])("not: %s", (_why, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("student numbers", () => {
  test("behind their label, several at once, and not without it", () => {
    expect(kinds("学号：20230101")).toEqual(["personal.studentNumber"]);
    expect(kinds("学号为 A20230101、20230102")).toHaveLength(2);
    expect(kinds("编号：20230101")).toEqual([]);
    expect(kinds("学号请向辅导员查询，共12人")).toEqual([]);
  });

  test("below and beside it in a table", () => {
    const list = table([
      ["姓名", "学号"],
      ["张三", "20230101"],
      ["李四", "20230102"],
    ]);
    const findings = checkArticle(articleWith({ body: doc(list) })).filter(({ kind }) => kind.startsWith("personal."));
    expect(findings.map(({ kind, where }) => [kind, where])).toEqual([
      ["personal.studentNumber", { field: "body", path: [0, 1, 1, 0], part: "text", from: 0, to: 8 }],
      ["personal.studentNumber", { field: "body", path: [0, 2, 1, 0], part: "text", from: 0, to: 8 }],
    ]);
  });
});

describe("e-mail", () => {
  test("warns, once", () => {
    expect(personal("投稿：zhang.san@example.edu.cn。")).toMatchObject([
      { kind: "personal.email", severity: "warn", excerpt: "投稿：z****.***@*******.**u.cn。" },
    ]);
    expect(kinds("微博@三全学院")).toEqual([]);
    expect(kinds("13812345678@qq.com")).toEqual(["personal.mobile"]);
  });
});

describe("where they hide", () => {
  const mobile = "13812345678";
  const inBody = (...blocks: BlockNode[]) => ({ body: doc(...blocks) });

  test.each([
    ["a title", { title: `联系${mobile}` }, { field: "title", from: 2, to: 13 }],
    ["a summary", { summary: mobile }, { field: "summary", from: 0, to: 11 }],
    [
      "a file's name",
      { attachments: [{ name: `名单_${mobile}.xlsx` }] },
      { field: "attachment", index: 0, from: 3, to: 14 },
    ],
    [
      "formatting",
      inBody(p(["电", marked("138", "bold"), "1234", marked("5678", "italic")])),
      { path: [0], from: 1, to: 12 },
    ],
    ["a list", inBody(ul("一", mobile)), { path: [0, 1, 0], from: 0 }],
    [
      "a caption",
      inBody(picture("01939d5c-0000-7000-8000-000000000001", { alt: "图", caption: mobile })),
      { path: [0], part: "caption" },
    ],
    ["a link one can't see", inBody(p(["请", link(`tel:+86${mobile}`, "致电")])), { path: [0], from: 1, to: 3 }],
  ])("%s", (_where, parts, place) => {
    expect(checkArticle(articleWith(parts)).find(({ kind }) => kind === "personal.mobile")?.where).toMatchObject(place);
  });

  test("a web address full of figures is not a phone number", () => {
    const body = doc(p(link("https://example.cn/13812345678", "网页")));
    expect(checkArticle(articleWith({ body })).filter(({ kind }) => kind.startsWith("personal."))).toEqual([]);
  });
});

describe("what a finding shows", () => {
  test("all personal data of the line are masked, not the match alone", () => {
    const findings = personal("张三13812345678，11010519491231002X");
    expect(findings.map(({ excerpt }) => excerpt)).toEqual([
      "张三138****5678，110*************2X",
      "张三138****5678，110************…",
    ]);
  });

  test("offsets lead to the original characters, disguise included", () => {
    const text = "电话\u200b１３８－1234－5678。";
    const [finding] = personal(text);
    expect(finding?.where).toMatchObject({ from: 3, to: 16 });
    expect(text.slice(3, 16)).toBe("１３８－1234－5678");
  });
});

describe("a thousand of each", () => {
  const before = fc.constantFrom("", "联系人张三，", "电话：", "（", "号码 ", "附：");
  const after = fc.constantFrom("", "。", "（本人）", "，请联系", " 李四", "、");

  test("planted in every disguise, all are found and none is shown", () => {
    fc.assert(
      fc.property(plantedNumber, before, after, ([kind, number], left, right) => {
        const findings = personal(left + number + right);
        expect(findings.map((finding) => finding.kind)).toContain(kind);
        const plain = number.normalize("NFKC").replace(/[^\dX]/gi, "");
        for (const finding of findings) {
          expect(finding.excerpt.normalize("NFKC").replace(/[^\dX]/gi, "")).not.toContain(plain.slice(-11));
          expect(finding.key).not.toContain(plain.slice(-6));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("harmless figures: fewer than 2 % are stopped", () => {
    const numbers = fc.sample(fc.tuple(before, harmlessNumber, after), { numRuns: 1_000, seed: 20_130_528 });
    const stopped = numbers.filter((parts) => personal(parts.join("")).some(({ severity }) => severity === "block"));
    expect(stopped.slice(20)).toEqual([]);
  });
});
