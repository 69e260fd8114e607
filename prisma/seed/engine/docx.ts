import { zipOf } from "./zip.ts";

export type DocxBlock = { text: string; bold?: boolean; centred?: boolean } | { rows: readonly (readonly string[])[] };

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function paragraphXml({
  text,
  bold = false,
  centred = false,
}: {
  text: string;
  bold?: boolean;
  centred?: boolean;
}): string {
  const properties = centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : "";
  return `<w:p>${properties}<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join("");

function tableXml(rows: readonly (readonly string[])[]): string {
  const body = rows
    .map((cells) => `<w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraphXml({ text })}</w:tc>`).join("")}</w:tr>`)
    .join("");
  const grid = `<w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="2000"/>').join("")}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${grid}${body}</w:tbl><w:p/>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schemas = "http://schemas.openxmlformats.org";

/** A plain Word document of paragraphs and bordered tables. */
export function docxOf(blocks: readonly DocxBlock[]): Buffer {
  const body = blocks.map((block) => ("rows" in block ? tableXml(block.rows) : paragraphXml(block))).join("");
  const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zipOf([
    {
      name: "[Content_Types].xml",
      text: `${head}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${head}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      text: `${head}<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ]);
}
