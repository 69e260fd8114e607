/**
 * The body of an article: ProseMirror JSON under the names Tiptap's StarterKit and table extensions use, plus our `picture`.
 * These types describe the *normalised* form `parseBody` returns: attributes stand only where they differ from the default.
 */
export const textAlignments = ["left", "center", "right", "justify"] as const;
export type TextAlign = (typeof textAlignments)[number];

export const cellAlignments = ["left", "center", "right"] as const;
export type CellAlign = (typeof cellAlignments)[number];

/** h1 is the article's title. */
export const headingLevels = [2, 3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

/** Numbering styles of HTML's `type` attribute; `1` is the default and therefore never stored. */
export const orderedListTypes = ["a", "A", "i", "I"] as const;
export type OrderedListType = (typeof orderedListTypes)[number];

export const pictureWidthNames = ["small", "full"] as const;
export type PictureWidth = (typeof pictureWidthNames)[number];

/** Outermost first: the order marks are stored and rendered in. */
export const plainMarkTypes = ["bold", "italic", "underline", "strike", "superscript", "subscript"] as const;
export type PlainMarkType = (typeof plainMarkTypes)[number];

export type PlainMark = { type: PlainMarkType };
export type LinkMark = { type: "link"; attrs: { href: string } };
export type BodyMark = LinkMark | PlainMark;

export type TextNode = { type: "text"; text: string; marks?: readonly BodyMark[] };
export type HardBreakNode = { type: "hardBreak" };
/** A fact of the college by reference: what it says is decided when the page is rendered. */
export type FactNode = { type: "fact"; attrs: { key: string }; marks?: readonly BodyMark[] };
export type InlineNode = TextNode | HardBreakNode | FactNode;

export type ParagraphNode = { type: "paragraph"; attrs?: { textAlign: TextAlign }; content?: readonly InlineNode[] };
export type HeadingNode = {
  type: "heading";
  attrs: { level: HeadingLevel; textAlign?: TextAlign };
  content?: readonly InlineNode[];
};
export type TextBlockNode = ParagraphNode | HeadingNode;

/** Begins with a paragraph, as the editor's schema demands. */
export type ListItemNode = { type: "listItem"; content: readonly BlockNode[] };
export type BulletListNode = { type: "bulletList"; content: readonly ListItemNode[] };
export type OrderedListNode = {
  type: "orderedList";
  attrs?: { start?: number; type?: OrderedListType };
  content: readonly ListItemNode[];
};
export type BlockquoteNode = { type: "blockquote"; content: readonly BlockNode[] };
export type HorizontalRuleNode = { type: "horizontalRule" };

export type CellAttributes = {
  colspan?: number;
  rowspan?: number;
  /** Pixels for each column covered; 0 where the author set none. */
  colwidth?: readonly number[];
  align?: CellAlign;
};
export type TableCellNode = {
  type: "tableCell" | "tableHeader";
  attrs?: CellAttributes;
  content: readonly BlockNode[];
};
export type TableRowNode = { type: "tableRow"; content: readonly TableCellNode[] };
export type TableNode = { type: "table"; content: readonly TableRowNode[] };

/** Holds the media's id and never an address: where a file is served from is decided when the page is rendered. */
export type PictureNode = {
  type: "picture";
  attrs: { mediaId: string; alt: string; caption: string; width: PictureWidth };
};

export type BlockNode =
  | TextBlockNode
  | BulletListNode
  | OrderedListNode
  | BlockquoteNode
  | HorizontalRuleNode
  | TableNode
  | PictureNode;

export type BodyDocument = { type: "doc"; content: readonly BlockNode[] };

/** Any node below the document. */
export type BodyNode = BlockNode | ListItemNode | TableRowNode | TableCellNode | InlineNode;

/** Indexes into `content`, from the document down. */
export type BodyPath = readonly number[];

export const bodyNodeTypes = [
  "doc",
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "horizontalRule",
  "table",
  "tableRow",
  "tableHeader",
  "tableCell",
  "picture",
  "text",
  "hardBreak",
  "fact",
] as const satisfies readonly (BodyNode["type"] | "doc")[];
