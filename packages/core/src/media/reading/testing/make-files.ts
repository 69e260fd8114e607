import { makeOoxml, type ZipPart } from "../../testing/make-zip.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Runs of one paragraph: Word splits words wherever their form, or its spelling check, changes. */
function runs(text: string): string {
  const characters = Array.from(text);
  const pieces = Array.from({ length: Math.ceil(characters.length / 5) }, (_, index) =>
    characters.slice(index * 5, index * 5 + 5).join(""),
  );
  return pieces.map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`).join("");
}

const paragraph = (text: string) => `<w:p>${runs(text)}</w:p>`;
const row = (cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;

/** A docx of paragraphs, then one table. */
export function makeDocx(
  paragraphs: readonly string[],
  rows: readonly (readonly string[])[] = [],
  parts: readonly ZipPart[] = [],
): Buffer {
  const table = rows.length === 0 ? "" : `<w:tbl>${rows.map(row).join("")}</w:tbl>`;
  const body = `${paragraphs.map(paragraph).join("")}${table}`;
  return makeOoxml("docx", [
    { name: "word/document.xml", content: `<w:document ${word}><w:body>${body}</w:body></w:document>` },
    ...parts,
  ]);
}

/** A header of a docx. */
export function docxHeader(text: string): ZipPart {
  return { name: "word/header1.xml", content: `<w:hdr ${word}>${paragraph(text)}</w:hdr>` };
}

/** A text that was deleted while changes were tracked. */
export function docxDeleted(text: string): string {
  return `<w:document ${word}><w:body><w:p><w:del><w:r><w:delText>${escaped(text)}</w:delText></w:r></w:del></w:p></w:body></w:document>`;
}

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${columnName(index - 26)}`;
}

type Sheet = { name: string; rows: readonly (readonly (string | number)[])[]; hidden?: boolean };

/** An xlsx; words are shared strings as Excel writes them, numbers are numbers. */
export function makeXlsx(sheets: readonly Sheet[], parts: readonly ZipPart[] = []): Buffer {
  const strings: string[] = [];
  const cell = (value: string | number, reference: string) =>
    typeof value === "number"
      ? `<c r="${reference}"><v>${value}</v></c>`
      : `<c r="${reference}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  const sheetParts = sheets.map(({ rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `<worksheet><sheetData>${rows
      .map(
        (cells, at) =>
          `<row r="${at + 1}">${cells.map((value, c) => cell(value, `${columnName(c)}${at + 1}`)).join("")}</row>`,
      )
      .join("")}</sheetData></worksheet>`,
  }));
  const names = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return makeOoxml("xlsx", [
    ...sheetParts,
    { name: "xl/workbook.xml", content: `<workbook xmlns:r="r"><sheets>${names.join("")}</sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `<Relationships>${links.join("")}</Relationships>` },
    {
      name: "xl/sharedStrings.xml",
      content: `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    },
    ...parts,
  ]);
}

/** A pptx with one text on each slide. */
export function makePptx(texts: readonly string[]): Buffer {
  return makeOoxml(
    "pptx",
    texts.map((text, index) => ({
      name: `ppt/slides/slide${index + 1}.xml`,
      content: `<p:sld xmlns:p="p" xmlns:a="a"><p:txBody><a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p></p:txBody></p:sld>`,
    })),
  );
}

const hex = (code: number) => code.toString(16).padStart(4, "0").toUpperCase();

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => hex(character.charCodeAt(unit))).join("");
}

/** A PDF with the lines of each page in a font that tells what its glyphs mean, as word processors write them. */
export function makeTextPdf(pages: readonly (readonly string[])[]): Buffer {
  const glyphs = [...new Set(pages.flat().flatMap((line) => Array.from(line)))];
  const codes = new Map(glyphs.map((glyph, index) => [glyph, hex(index + 1)]));
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${glyphs.map((glyph) => `1 beginbfchar <${codes.get(glyph) ?? ""}> <${utf16(glyph)}> endbfchar`).join("\n")}
endcmap end end`;
  const stream = (content: string) => `<</Length ${Buffer.byteLength(content)}>>\nstream\n${content}\nendstream`;
  const shown = (line: string) => `<${Array.from(line, (character) => codes.get(character) ?? "").join("")}>`;
  const contents = pages.map((lines) =>
    stream(`BT /F1 10 Tf 40 800 Td ${lines.map((line) => `${shown(line)} Tj 0 -14 Td`).join("\n")} ET`),
  );
  const first = 7;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${pages.map((_, index) => `${first + index * 2} 0 R`).join(" ")}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
    stream(cmap),
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 1190 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + 1 + index * 2} 0 R>>`,
      content,
    ]),
  ];
  let file = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const at = Buffer.byteLength(file);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = Buffer.byteLength(file);
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
}
