import type {
  BlockNode,
  BlockquoteNode,
  BodyDocument,
  BodyMark,
  BulletListNode,
  FactNode,
  HeadingLevel,
  HeadingNode,
  InlineNode,
  OrderedListNode,
  ParagraphNode,
  PictureNode,
  PlainMarkType,
  TableNode,
  TextAlign,
  TextNode,
} from "./body-schema.ts";

/*
 * Short builders for seeds and tests: doc(h(2, "…"), p("…"), table([["…", "…"]])).
 * They build, they don't validate: what comes from outside goes through `parseBody`.
 */

/** Inline content as one writes it: a bare string is a text without marks. */
export type InlineInput = string | InlineNode | readonly (string | InlineNode)[];

export function doc(...content: BlockNode[]): BodyDocument {
  return { type: "doc", content };
}

export function p(input: InlineInput = "", textAlign?: TextAlign): ParagraphNode {
  return { type: "paragraph", ...(textAlign ? { attrs: { textAlign } } : {}), ...inlineContent(input) };
}

export function h(level: HeadingLevel, input: InlineInput, textAlign?: TextAlign): HeadingNode {
  return { type: "heading", attrs: textAlign ? { level, textAlign } : { level }, ...inlineContent(input) };
}

export function marked(text: string, ...types: PlainMarkType[]): TextNode {
  const marks: BodyMark[] = types.map((type) => ({ type }));
  return { type: "text", text, marks };
}

export function link(href: string, text: string): TextNode {
  return { type: "text", text, marks: [{ type: "link", attrs: { href } }] };
}

export function br(): InlineNode {
  return { type: "hardBreak" };
}

export function fact(key: string): FactNode {
  return { type: "fact", attrs: { key } };
}

export function ul(...items: InlineInput[]): BulletListNode {
  return { type: "bulletList", content: items.map((item) => ({ type: "listItem", content: [p(item)] })) };
}

export function ol(...items: InlineInput[]): OrderedListNode {
  return { type: "orderedList", content: items.map((item) => ({ type: "listItem", content: [p(item)] })) };
}

export function quote(...content: BlockNode[]): BlockquoteNode {
  return { type: "blockquote", content };
}

/** Rows of texts; the first row becomes header cells unless `header` is false. */
export function table(rows: readonly (readonly InlineInput[])[], { header = true } = {}): TableNode {
  return {
    type: "table",
    content: rows.map((cells, index) => ({
      type: "tableRow",
      content: cells.map((cell) => ({
        type: header && index === 0 ? "tableHeader" : "tableCell",
        content: [p(cell)],
      })),
    })),
  };
}

export function picture(mediaId: string, attrs: Partial<Omit<PictureNode["attrs"], "mediaId">> = {}): PictureNode {
  return { type: "picture", attrs: { mediaId, alt: "", caption: "", width: "full", ...attrs } };
}

function inlineContent(input: InlineInput): { content?: readonly InlineNode[] } {
  const parts = typeof input === "string" || "type" in input ? [input] : input;
  const content = parts
    .map((part): InlineNode => (typeof part === "string" ? { type: "text", text: part } : part))
    .filter((node) => node.type !== "text" || node.text !== "");
  return content.length > 0 ? { content } : {};
}
