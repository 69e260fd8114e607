import { docxOf, type DocxBlock } from "../../engine/docx.ts";
import type { AttachmentKind } from "../demo-article.ts";

const title = (text: string): DocxBlock => ({ text, bold: true, centred: true });

const documents: Readonly<Record<AttachmentKind, { name: string; blocks: readonly DocxBlock[] }>> = {
  form: {
    name: "推荐（申报）表.docx",
    blocks: [
      title("推荐（申报）表"),
      {
        rows: [
          ["所在支部", ""],
          ["推荐对象", ""],
          ["主要事迹（五百字以内）", ""],
          ["支部意见", ""],
          ["党总支意见", ""],
        ],
      },
      { text: "填表说明：本表由所在支部填写，一式两份；不需要填写证件号码和联系方式。" },
    ],
  },
  plan: {
    name: "月度学习记录表.docx",
    blocks: [
      title("月度政治理论学习记录表"),
      {
        rows: [
          ["时间", "学习内容", "学习形式", "参加人数", "记录人"],
          ["", "", "", "", ""],
          ["", "", "", "", ""],
          ["", "", "", "", ""],
        ],
      },
      { text: "每月底前交组织员汇总。" },
    ],
  },
  rubric: {
    name: "基层党建网站自查评分表.docx",
    blocks: [
      title("基层党建网站自查评分表"),
      {
        rows: [
          ["一级指标", "二级指标", "分值", "自评得分"],
          ["网站内容", "栏目规划", "3", ""],
          ["网站内容", "新闻动态", "15", ""],
          ["网站内容", "组织管理", "20", ""],
          ["网站内容", "党员教育", "15", ""],
          ["网站内容", "信息规范", "7", ""],
          ["网站内容", "信息更新", "10", ""],
          ["网站管理", "领导重视", "10", ""],
          ["网站管理", "规章制度", "8", ""],
          ["网站管理", "专栏维护", "6", ""],
          ["网站管理", "安全规范", "6", ""],
        ],
      },
      { text: "评分标准以实施意见附件为准。" },
    ],
  },
};

/** A small Word file of its kind, as a branch would hang it under a notice. */
export function writeAttachment(kind: AttachmentKind): { name: string; content: Buffer } {
  const { name, blocks } = documents[kind];
  return { name, content: docxOf(blocks) };
}
