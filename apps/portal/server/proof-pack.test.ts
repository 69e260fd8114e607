import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readPdf } from "@zhibu/core/media/reading/read-pdf";
import type { TextSink } from "@zhibu/core/media/reading/text-sink";
import { proofThreads } from "@zhibu/core/publicity/proof/proof-threads";
import { proofWords } from "@zhibu/core/publicity/proof/proof-words";
import { sampleProof } from "@zhibu/core/publicity/proof/testing/sample-proof";
import { objectionActions, objectionStates } from "@zhibu/domain/publicity/objection-states";
import { publicityStates } from "@zhibu/domain/publicity/publicity-states";
import { publicityScopes } from "@zhibu/domain/publicity/publicity-template";
import proof from "../messages/zh-CN/publicity-proof.json" with { type: "json" };
import publicity from "../messages/zh-CN/publicity.json" with { type: "json" };

const make = proofThreads(proof.file);
const sample = sampleProof([
  { name: "欧阳示例", unit: "2023级护理学1班" },
  { name: "示例·买买提", unit: "2023级助产学<2>班" },
]);
const hash = sample.texts[1]?.hash ?? "";

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const lines: string[] = [];
  const sink: TextSink = {
    line: (text) => lines.push(text),
    row: () => undefined,
    table: () => undefined,
    within: () => sink,
    skipped: () => undefined,
    depth: 0,
  };
  await readPdf(Buffer.from(pdf), sink);
  return lines.join("").replaceAll(/\s+/gu, "");
}

test("the document says what was publicised, in Chinese, with its fingerprint and page numbers", async () => {
  const words = await wordsOf(await make(sample, "pdf"));
  for (const expected of [
    hash,
    "公示证明材料",
    "欧阳示例",
    "示例·买买提",
    "2026年11月9日10:12起，至2026年11月16日24时",
    "共收到异议2件，其中实名1件、匿名1件",
    "漏列一名同志，补充后重新公示。",
    "均已调查处理",
    "公示姓名和所在年级专业或部门",
    "第1页，共",
  ]) {
    expect(words).toContain(expected);
  }
});

test.each([
  ["running", { endedAt: null, state: "running" as const }, "尚无结果"],
  ["ended", { state: "ended" as const }, "结果说明尚未公布"],
  ["withdrawn", { state: "withdrawn" as const, withdrawnAt: sample.madeAt, withdrawReason: "名单有误" }, "名单有误"],
])("a list that is %s has its proof, too", async (_state, change, expected) => {
  const { list } = sample;
  const pdf = await make({ ...sample, statement: null, objections: [], list: { ...list, ...change } }, "pdf");
  expect(await wordsOf(pdf)).toContain(expected);
});

test("the ZIP holds the same as data, and its signed text gives the fingerprint", async () => {
  const files = unzipSync(await make(sample, "zip"));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(Object.keys(files).toSorted()).toEqual(
    [
      ...["核验方法.txt", "公示证明材料.pdf", "数据.json", "可访问检测记录.csv", "审计记录摘录.csv"],
      "异议办理（不含反映人）.csv",
      ...[1, 2].flatMap((number) => [
        `签发文本-第${number}版.json`,
        `公示页面-第${number}版.html`,
        `公示名单-第${number}版.csv`,
      ]),
    ].toSorted(),
  );
  expect(
    createHash("sha256")
      .update(files["签发文本-第2版.json"] ?? "")
      .digest("hex"),
  ).toBe(hash);
  expect(text("公示页面-第2版.html")).toContain("<td>2023级助产学&lt;2&gt;班</td>");
  expect(text("公示名单-第2版.csv")).toContain("1,欧阳示例,2023级护理学1班\r\n");
  expect(text("可访问检测记录.csv")).toContain("2026-11-09 10:15,否,503,12");
  expect(JSON.parse(text("数据.json"))).toMatchObject({ list: { no: 12 }, texts: [{}, { hash }] });
  expect(await wordsOf(files["公示证明材料.pdf"] ?? new Uint8Array())).toContain(hash);
});

test("a pack that can't be made holds the next one up no longer", async () => {
  // A list nobody was shown is refused before; here it breaks the thread.
  await expect(make({ ...sample, texts: [] }, "pdf")).rejects.toThrow("never before readers");
  expect((await make(sample, "pdf")).subarray(0, 5)).toEqual(new TextEncoder().encode("%PDF-"));
});

test("every state, step and record has its word", () => {
  const t = proofWords(proof.file);
  const keys = [
    ...publicityStates.map((state) => `state.${state}`),
    ...objectionStates.map((state) => `objection.state.${state}`),
    ...objectionActions.map((action) => `objection.action.${action}`),
    ...publicityScopes.map((scope) => `template.scopes.${scope}`),
    ...Object.keys(publicity.timeline.action).map((action) => `action.${action}`),
  ];
  expect(keys.filter((key) => !t.has(key))).toEqual([]);
});
