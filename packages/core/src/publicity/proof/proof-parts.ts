import type { Content, TableCell } from "pdfmake/interfaces.js";

/** Pieces every section of the file is built from. */
export const colours = { accent: "#940e16", soft: "#5b6169", line: "#c4c8cd", shade: "#f5f2ee" } as const;

export function heading(text: string): Content {
  return { text, style: "heading", headlineLevel: 1 };
}

export function subheading(text: string): Content {
  return { text, style: "subheading", headlineLevel: 2 };
}

export function paragraph(text: string): Content {
  return { text, style: "paragraph", preserveLeadingSpaces: true };
}

export function note(text: string): Content {
  return { text, style: "note" };
}

/** A line above a table. */
export function caption(text: string): Content {
  return { text, style: "note", headlineLevel: 3 };
}

/** A 64-digit hash in groups that may stand on two lines of a narrow column. */
export function groupedHash(hash: string): string {
  return (hash.match(/.{1,8}/gu) ?? []).join(" ");
}

/** Names and values, one to a line. */
export function facts(rows: readonly (readonly [string, string])[]): Content {
  const body: TableCell[][] = rows.map(([name, value]) => [
    { text: name, color: colours.soft, fillColor: colours.shade },
    { text: value },
  ]);
  return { table: { widths: [92, "*"], body }, layout: "plain", style: "table" };
}

/** A table with its headings on every page it reaches; no row is torn in two, no heading left alone. */
export function grid(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | "*" | "auto")[],
): Content {
  const head: TableCell[] = headings.map((text) => ({ text, bold: true, fillColor: colours.shade }));
  const body: TableCell[][] = rows.map((cells) => cells.map((text) => ({ text })));
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [...widths], body: [head, ...body] },
    layout: "plain",
    style: "table",
  };
}
