import { describe, expect, test } from "vitest";
import type { MediaKind } from "@zhibu/domain/media/file-formats";
import { readFileName } from "@zhibu/domain/media/file-name";
import { reasonOf } from "../testing/reason-of.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { eicar } from "./testing/eicar.ts";
import { makeOle } from "./testing/make-ole.ts";
import { makePdf } from "./testing/make-pdf.ts";
import { makePhoto, makePng } from "./testing/make-picture.ts";
import { makeOoxml, makeZip } from "./testing/make-zip.ts";
import { withFile } from "./testing/with-file.ts";

async function inspect(name: string, content: Uint8Array | string, kind: MediaKind = "attachment") {
  return withFile(Buffer.from(content), (path) => inspectUpload(path, readFileName(name, kind)));
}

/** What begins like a Windows program: "MZ", and where it points, "PE". */
const program = Buffer.alloc(256);
program.write("MZ", 0);
program.writeUInt32LE(0x80, 0x3c);
program.write("PE\0\0", 0x80);

const doc = [{ name: "WordDocument" }, { name: "1Table" }];

describe("accepted", () => {
  test.each<[string, string, Uint8Array | string | Promise<Buffer>, MediaKind]>([
    ["png", "合影.png", makePng(), "picture"],
    ["jpeg", "合影.JPG", makePhoto(), "picture"],
    ["pdf", "通知.pdf", makePdf({ objects: ["<</Type/Annot/A<</S/URI/URI(http://x.cn)>>>>"] }), "attachment"],
    ["pdf", "有对象流.pdf", makePdf({ packed: ["1 0 <</Type/Font/BaseFont/SimSun>>"] }), "attachment"],
    [
      "docx",
      "名单.docx",
      makeOoxml("docx", [{ name: "media/image1.emz", content: Buffer.from("1f8b08000000", "hex") }]),
      "attachment",
    ],
    ["xlsx", "名册.xlsx", makeOoxml("xlsx"), "attachment"],
    [
      "pptx",
      "党课.pptx",
      makeOoxml("pptx", [{ name: "embeddings/book1.xlsx", content: makeOoxml("xlsx") }]),
      "attachment",
    ],
    ["doc", "请示.doc", makeOle(doc), "attachment"],
    ["doc", "请示.wps", makeOle(doc), "attachment"],
    ["xls", "统计.xls", makeOle([{ name: "Workbook" }]), "attachment"],
    ["ppt", "党课.ppt", makeOle([{ name: "PowerPoint Document" }]), "attachment"],
    [
      "zip",
      "材料.zip",
      makeZip([
        { name: "说明.txt", content: "你好" },
        { name: "表/名单.docx", content: makeOoxml("docx") },
      ]),
      "attachment",
    ],
    ["txt", "说明.txt", "MZ 开头也只是文字\r\n第二行\t制表", "attachment"],
    ["txt", "说明.txt", Buffer.from("d6a7b2bfb9a4d7f7", "hex"), "attachment"],
    ["csv", "名单.csv", "\uFEFF姓名,年级\n张三,2024\n", "attachment"],
  ])("%s as %s", async (format, name, content, kind) => {
    expect(await inspect(name, await content, kind)).toMatchObject({ format });
  });

  test("a picture under another picture's suffix gets the right one", async () => {
    expect(await inspect("微信图片.jpg", await makePng(), "picture")).toEqual({ format: "png", name: "微信图片.png" });
  });
});

describe("refused", () => {
  test.each<[string, string, Uint8Array | string | Promise<Buffer>, MediaKind?]>([
    ["media.markup", "标志.svg", "<svg/>", "picture"],
    ["media.markup", "标志.png", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "picture"],
    ["media.markup", "页面.html", "<html>"],
    ["media.markup", "页面.txt", "  <!DOCTYPE html><script>alert(1)</script>"],
    ["media.markup", "报表.xls", "<html xmlns:x='urn:schemas-microsoft-com:office:excel'>"],
    ["media.markup", "木马.csv", "<?php system($_GET['c']);"],
    ["media.doubleSuffix", "通知.pdf.exe", program],
    ["media.doubleSuffix", "通知.exe.pdf", makePdf()],
    ["media.doubleSuffix", "照片.jpg.html", "<html>", "picture"],
    ["media.doubleSuffix", "照片.html.jpg", makePng(), "picture"],
    ["media.typeRefused", "安装.exe", program],
    ["media.typeRefused", "安装.rar", "Rar!"],
    ["media.noSuffix", "通知", makePdf()],
    ["media.typeMismatch", "通知.pdf", makeOoxml("docx")],
    ["media.typeMismatch", "通知.docx", makePdf()],
    ["media.typeMismatch", "通知.docx", makeZip([{ name: "a.txt", content: "a" }])],
    ["media.typeMismatch", "通知.zip", makeOoxml("docx")],
    ["media.typeMismatch", "通知.doc", makeOle([{ name: "Workbook" }])],
    ["media.typeMismatch", "照片.pdf", makePng()],
    ["media.typeRefused", "通知.pdf", program],
    ["media.typeUnknown", "通知.pdf", "just words"],
    ["media.typeRefused", "安装包.doc", makeOle([{ name: "Property" }, { name: "SummaryInformation" }])],
    ["media.notText", "说明.txt", Buffer.from([1, 2, 3, 0, 255])],
    ["media.notPicture", "通知.pdf", makePdf(), "picture"],
    ["media.notAttachment", "照片.png", makePng()],
    ["media.macros", "表.docm", makeOoxml("docm")],
    ["media.macros", "表.docx", makeOoxml("docm")],
    ["media.macros", "表.docx", makeOoxml("docx", [{ name: "word/vbaProject.bin", content: "x" }])],
    ["media.macros", "表.docx", makeOoxml("docx", [{ name: "word/ActiveX/activeX1.bin", content: "x" }])],
    ["media.macros", "表.doc", makeOle([...doc, { name: "Macros", children: [{ name: "VBA", children: [] }] }])],
    ["media.macros", "表.xls", makeOle([{ name: "Workbook" }, { name: "_VBA_PROJECT_CUR", children: [] }])],
    [
      "media.macros",
      "课.ppt",
      makeOle(
        [{ name: "PowerPoint Document" }],
        Buffer.from("1f00ff0314000000020000040c0000000100000001000000", "hex"),
      ),
    ],
    ["media.typeRefused", "模板.docx", makeOoxml("dotx")],
    ["media.encrypted", "密.docx", makeOle([{ name: "EncryptedPackage" }, { name: "EncryptionInfo" }])],
    ["media.encrypted", "密.zip", makeZip([{ name: "a.txt", content: "a", encrypted: true }])],
    ["media.encrypted", "密.pdf", makePdf({ trailer: "/Encrypt 5 0 R" })],
    ["media.pdfActive", "动作.pdf", makePdf({ objects: ["<</S/JavaScript/JS(app.alert(1))>>"] })],
    ["media.pdfActive", "动作.pdf", makePdf({ objects: ["<</S/Java#53cript/JS(app.alert(1))>>"] })],
    ["media.pdfActive", "动作.pdf", makePdf({ packed: ["<</S/JavaScript/JS(app.alert(1))>>"] })],
    ["media.pdfActive", "动作.pdf", makePdf({ packed: ["<</S/#4aava#53cript/JS(1)>>"] })],
    ["media.pdfActive", "动作.pdf", makePdf({ objects: ["<</S/Launch/F(cmd.exe)>>"] })],
    ["media.pdfActive", "附件.pdf", makePdf({ objects: ["<</Type/EmbeddedFile/Length 3>>"] })],
    [
      "media.pdfActive",
      "隐藏.pdf",
      Buffer.from(
        makePdf({ packed: ["<<>>"] })
          .toString("latin1")
          .replace("/ObjStm", "/Obj#53tm"),
        "latin1",
      ),
    ],
    [
      "media.broken",
      "看不懂.pdf",
      Buffer.from(
        makePdf({ packed: ["<</S/JavaScript>>"] })
          .toString("latin1")
          .replace("stream\r\n", "stream\r\nzz"),
        "latin1",
      ),
    ],
    ["media.polyglot", "双重.pdf", Buffer.concat([makePdf(), makeZip([{ name: "a.exe", content: program }])])],
    ["media.infected", "病毒.txt", eicar],
    ["media.infected", "病毒.pdf", Buffer.concat([makePdf(), Buffer.from(eicar)])],
    ["media.infected", "病毒.zip", makeZip([{ name: "a.txt", content: eicar }])],
    ["media.archiveProgram", "程序.zip", makeZip([{ name: "安装.exe", content: "x" }])],
    ["media.archiveProgram", "程序.zip", makeZip([{ name: "报告.doc", content: program }])],
    ["media.archiveProgram", "程序.zip", makeZip([{ name: "run", content: "#!/bin/sh\nrm -rf /" }])],
    ["media.archiveProgram", "程序.docx", makeOoxml("docx", [{ name: "embeddings/a.bin", content: program }])],
    [
      "media.archiveNested",
      "套娃.zip",
      makeZip([{ name: "里面.zip", content: makeZip([{ name: "a.txt", content: "a" }]) }]),
    ],
    [
      "media.archiveNested",
      "套娃.zip",
      makeZip([{ name: "里面.txt", content: makeZip([{ name: "a.txt", content: "a" }]) }]),
    ],
    ["media.archiveBomb", "炸弹.zip", makeZip([{ name: "a.txt", content: Buffer.alloc(30_000_000) }])],
    [
      "media.archiveBomb",
      "炸弹.docx",
      makeOoxml("docx", [{ name: "word/document.xml", content: Buffer.alloc(30_000_000) }]),
    ],
    ["media.archiveBomb", "炸弹.zip", makeZip([{ name: "a.txt", content: "a", claimedSize: 4_000_000_000 }])],
    [
      "media.archiveBomb",
      "很多.zip",
      makeZip(Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}.txt`, content: "" }))),
    ],
    [
      "media.archiveBomb",
      "共用.zip",
      makeZip([
        { name: "a.txt", content: "abc" },
        { name: "b.txt", content: "abc", sharesBytesOf: "a.txt" },
      ]),
    ],
    [
      "media.archiveBroken",
      "谎报.zip",
      makeZip([{ name: "a.txt", content: Buffer.alloc(9_000_000), claimedSize: 10 }]),
    ],
    ["media.archiveBroken", "逃逸.zip", makeZip([{ name: "../../etc/passwd", content: "a" }])],
    ["media.archiveBroken", "半截.zip", makeZip([{ name: "a.txt", content: "abc" }]).subarray(0, 40)],
  ])("%s: %s", async (reason, name, content, kind) => {
    expect(await reasonOf(inspect(name, await content, kind))).toBe(reason);
  });
});
