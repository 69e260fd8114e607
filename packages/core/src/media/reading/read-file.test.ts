import { describe, expect, test } from "vitest";
import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import { makePdf } from "../testing/make-pdf.ts";
import { makeOoxml, makeZip } from "../testing/make-zip.ts";
import { withFile } from "../testing/with-file.ts";
import { readFileText } from "./read-file.ts";
import { docxDeleted, docxHeader, makeDocx, makePptx, makeTextPdf, makeXlsx } from "./testing/make-files.ts";
import { threadReader } from "./thread-reader.ts";

const id = "410702199003071235"; // Its check character is wrong: see `wrongId`.
const idNumber = "110101199003070257";
const mobile = "13800138000";

function read(content: Buffer, suffix: string): Promise<FileReading> {
  return withFile(content, (path) => readFileText({ path, suffix }, () => false));
}

async function kindsIn(content: Buffer, suffix: string): Promise<string[]> {
  const { findings } = await read(content, suffix);
  return findings.map(({ kind }) => kind);
}

describe("where numbers hide", () => {
  test("a number cut by runs, tabs and line breaks of a paragraph", async () => {
    const { findings, state } = await read(makeDocx(["无", `电话${mobile}。`]), "docx");
    expect(state).toBe("read");
    expect(findings).toEqual([{ kind: "mobile", hint: "138****8000", inner: "", place: { at: "paragraph", no: 2 } }]);
  });

  test("a figure in each cell of a row, or a group", async () => {
    expect(await kindsIn(makeDocx([], [["身份证", ...Array.from(idNumber)]]), "docx")).toEqual(["idNumber"]);
    expect(await kindsIn(makeXlsx([{ name: "表", rows: [["电话", 138, "0013", 8000]] }]), "xlsx")).toEqual(["mobile"]);
    expect(await kindsIn(Buffer.from("证号,110101,19900307,0257"), "csv")).toEqual(["idNumber"]);
  });

  test("headers, deleted text, properties, hidden sheets, comments", async () => {
    expect(await kindsIn(makeDocx(["会议"], [], [docxHeader(mobile)]), "docx")).toEqual(["mobile"]);
    const deleted = { name: "word/footnotes.xml", content: docxDeleted(idNumber) };
    expect(await kindsIn(makeDocx(["会议"], [], [deleted]), "docx")).toEqual(["idNumber"]);
    const core = { name: "docProps/core.xml", content: `<p><dc:creator xmlns:dc="d">${mobile}</dc:creator></p>` };
    expect(await kindsIn(makeDocx(["会议"], [], [core]), "docx")).toEqual(["mobile"]);
    const hidden = [
      { name: "公示", rows: [["张示例"]] },
      { name: "底稿", rows: [["姓名"], [`${idNumber}`]], hidden: true },
    ];
    const { findings } = await read(makeXlsx(hidden), "xlsx");
    expect(findings.map(({ place }) => place)).toEqual([{ at: "cell", sheet: "底稿", cell: "A2" }]);
    const comment = { name: "xl/comments1.xml", content: `<c><comment><t>138</t><t>00138000</t></comment></c>` };
    expect(await kindsIn(makeXlsx([{ name: "表", rows: [["甲"]] }], [comment]), "xlsx")).toEqual(["mobile"]);
  });

  test("an ID number Excel took for a number and rounded", async () => {
    expect(await kindsIn(makeXlsx([{ name: "表", rows: [[Number(idNumber)]] }]), "xlsx")).toEqual(["idNumber"]);
  });

  test("a number cut by the end of a line", async () => {
    expect(
      await kindsIn(makeTextPdf([[`其身份证号为${idNumber.slice(0, 10)}`, `${idNumber.slice(10)}，已核对`]]), "pdf"),
    ).toEqual(["idNumber"]);
    expect(await kindsIn(Buffer.from(`人数 1380\n0138000 元`), "txt")).toEqual(["mobile"]);
  });

  test("columns called 学号, 出生年月, 家庭住址", async () => {
    const rows = [
      ["姓名", "学号", "出生年月", "家庭住址"],
      ["张示例", "2301020304", "2003.05", "河南省新乡市示例小区"],
    ];
    expect(await kindsIn(makeXlsx([{ name: "表", rows }]), "xlsx")).toEqual(["studentNumber", "birthDate", "address"]);
    expect(await kindsIn(makeDocx([], rows), "docx")).toEqual(["studentNumber", "birthDate", "address"]);
  });

  test("files in an archive are read, and say which one", async () => {
    const zip = makeZip([
      { name: "说明.txt", content: "附件两份" },
      { name: "名单.docx", content: makeDocx([idNumber]) },
    ]);
    const { findings, state } = await read(zip, "zip");
    expect(state).toBe("read");
    expect(findings.map(({ inner }) => inner)).toEqual(["名单.docx"]);
  });
});

describe("what an office publishes", () => {
  test.each([
    "联系电话：0373-3831234，联系地址：新乡市红旗区示例路12号，邮箱：dangban@example.edu.cn",
    "2026年6月28日在行政楼201会议室召开支部大会，应到45人，实到43人。",
    "党发〔2026〕12号 经费 1,234,567.00 元",
    "中国共产党1921年成立，1949年10月1日中华人民共和国成立",
    id,
  ])("%s", async (line) => {
    expect(await kindsIn(makeDocx([line]), "docx")).toEqual([]);
    expect(await kindsIn(Buffer.from(line), "txt")).toEqual([]);
  });

  test("columns of figures are no telephone numbers", async () => {
    const rows = [
      ["院系", "人数", "经费"],
      ["护理", 138, 1380],
      ["药学", 1380, 138_000.5],
      ["均数", 6, 42.57142857142857],
    ];
    expect(await kindsIn(makeXlsx([{ name: "统计", rows }]), "xlsx")).toEqual([]);
  });
});

describe("files that can't be read say why", () => {
  test.each([
    ["an old Word file", Buffer.from("d0cf11e0", "hex"), "doc", "unread", "oldFormat"],
    ["a scan", makePdf(), "pdf", "unread", "noText"],
    ["no PDF at all", Buffer.from("%PDF-1.7 nothing"), "pdf", "unread", "broken"],
    ["a torn docx", makeDocx(["甲"]).subarray(0, 200), "docx", "unread", "broken"],
    ["a docx of pictures", makeDocx([]), "docx", "unread", "noText"],
    ["a page without text among others", makeTextPdf([["甲"], []]), "pdf", "partly", "noText"],
    ["bytes that are no text", Buffer.from([0x81, 0x20, 0xff]), "txt", "unread", "broken"],
    [
      "an archive in an archive",
      makeZip([
        { name: "甲.txt", content: "甲" },
        { name: "乙.zip", content: makeZip([{ name: "丙.txt", content: idNumber }]) },
      ]),
      "zip",
      "partly",
      "innerFiles",
    ],
  ] as const)("%s", async (_name, content, suffix, state, reason) => {
    expect(await read(content, suffix)).toMatchObject({ state, reason, findings: [] });
  });

  test("a text that never ends, and parts that never close, are given up", async () => {
    const open = (content: string) => makeOoxml("docx", [{ name: "word/document.xml", content }]);
    const endless = open(`<w><p><t>${mobile}</t></p><p><t>${"甲".repeat(4_000_000)}</t></p></w>`);
    expect(await read(endless, "docx")).toMatchObject({ state: "partly", reason: "tooLong", findingCount: 1 });
    const entities = open(`<!DOCTYPE x [<!ENTITY a "甲甲"><!ENTITY b "&a;&a;&a;">]><x><p><t>&b;</t></p></x>`);
    expect(await read(entities, "docx")).toMatchObject({ state: "unread", reason: "broken" });
  });

  test("what was found before the reading stopped counts", async () => {
    let asked = 0;
    const reading = await withFile(makeDocx([mobile, "甲", "乙", "丙"]), (path) =>
      readFileText({ path, suffix: "docx" }, () => (asked += 1) > 2),
    );
    expect(reading).toMatchObject({ state: "partly", reason: "tooSlow", findingCount: 1 });
  });
});

test("the thread reads as the function does, and a file that breaks it breaks nothing else", async () => {
  const reader = threadReader();
  const [found, broken, slides] = await Promise.all([
    withFile(makeTextPdf([[idNumber]]), (path) => reader({ path, suffix: "pdf" })),
    reader({ path: "/nowhere", suffix: "pdf" }),
    withFile(makePptx(["甲", mobile]), (path) => reader({ path, suffix: "pptx" })),
  ]);
  expect(found).toMatchObject({ state: "read", findings: [{ kind: "idNumber", place: { at: "page", no: 1 } }] });
  expect(broken).toMatchObject({ state: "unread", reason: "broken" });
  expect(slides).toMatchObject({ findings: [{ kind: "mobile", place: { at: "slide", no: 2 } }] });
}, 30_000);
