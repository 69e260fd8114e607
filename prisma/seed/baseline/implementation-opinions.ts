import { readFileSync } from "node:fs";
import type { BlockNode, TableCellNode, TableNode } from "@zhibu/domain/articles/document/body-schema";
import { h, marked, p } from "@zhibu/domain/articles/document/build-body";

const file = new URL("implementation-opinions-2013.txt", import.meta.url);

/** The user's founding document as an article: its title, and its text as blocks with the rubric as a real table. */
export type FoundingDocument = { title: string; blocks: readonly BlockNode[] };

const section = /^[一二三四五]、/u;
const paragraphLead = /^（[一二三四五]）/u;
const datePattern = /^\d{4}年\d{1,2}月\d{1,2}日$/u;
/** The rubric's first column is one cell for a whole group of rows. */
const groupPattern = /（\d+分）$/u;

type RubricRow = { group: string; indicator: string; points: string; standard: string };

/** Four fields a row, the first empty where the group above goes on. */
function rubricRows(cells: readonly string[]): RubricRow[] {
  const rows: RubricRow[] = [];
  let group = "";
  let rest = cells;
  while (rest.length >= 3) {
    const [first = ""] = rest;
    if (groupPattern.test(first)) {
      group = first;
      rest = rest.slice(1);
    }
    const [indicator = "", points = "", standard = ""] = rest;
    rows.push({ group, indicator, points, standard });
    rest = rest.slice(3);
  }
  return rows;
}

function cell(text: string, type: TableCellNode["type"], rowspan = 1): TableCellNode {
  return { type, ...(rowspan > 1 ? { attrs: { rowspan } } : {}), content: [p(text)] };
}

function rubricTable(head: readonly string[], rows: readonly RubricRow[]): TableNode {
  const groups = Map.groupBy(rows, (row) => row.group);
  return {
    type: "table",
    content: [
      { type: "tableRow", content: head.map((text) => cell(text, "tableHeader")) },
      ...rows.map((row) => {
        const members = groups.get(row.group) ?? [];
        const lead = members[0] === row ? [cell(row.group, "tableHeader", members.length)] : [];
        return {
          type: "tableRow" as const,
          content: [...lead, ...[row.indicator, row.points, row.standard].map((text) => cell(text, "tableCell"))],
        };
      }),
    ],
  };
}

/** 一、… heads a section; （一）… leads a paragraph in bold, or heads what follows when it stands alone. */
function textBlock(line: string): BlockNode {
  if (section.test(line)) return h(2, line);
  if (datePattern.test(line)) return p(line, "right");
  const lead = paragraphLead.exec(line)?.[0];
  if (lead === undefined) return p(line);
  return line.length < 12 ? h(3, line) : p([marked(lead, "bold"), line.slice(lead.length)]);
}

/** Reads the document. @throws Error when the file is not the one this was written for. */
export function readFoundingDocument(): FoundingDocument {
  const lines = readFileSync(file, "utf8")
    .split(/\r?\n/u)
    .map((line) => line.trim());
  const [title = "", ...body] = lines.filter((line) => line !== "");
  const annex = body.indexOf("附件");
  const annexTitle = body[annex + 1];
  const cells = body.slice(annex + 2);
  if (annex < 0 || annexTitle === undefined || cells[0] !== "一级指标") throw new Error("not the founding document");
  return {
    title,
    blocks: [
      ...body.slice(0, annex).map(textBlock),
      p([marked("附件", "bold")]),
      h(2, annexTitle, "center"),
      rubricTable(cells.slice(0, 4), rubricRows(cells.slice(4))),
    ],
  };
}
