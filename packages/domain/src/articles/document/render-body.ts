import { factKeyAsText, type FactText } from "../../baseline/fact-text.ts";
import { bodyOutline } from "./body-outline.ts";
import type { BlockNode, BodyDocument, InlineNode, ListItemNode, OrderedListNode, TextAlign } from "./body-schema.ts";
import { htmlAttributes } from "./escape-html.ts";
import { renderInline } from "./render-inline.ts";
import { renderPicture, type PictureOptions } from "./render-picture.ts";
import { renderTable } from "./render-table.ts";
import { inlineText } from "./walk-body.ts";

export type RenderBodyOptions = PictureOptions & {
  /** What screen readers call the body's nth table (from 1). */
  readonly tableLabel: (n: number) => string;
  /** Where paths of the site lead from, in a text that was written for another one: that one's origin. */
  readonly linkBase?: string;
  /** What the facts of the college say on the day the page stands for; without it they are their keys. */
  readonly factText?: FactText;
};

/** Every element a rendered body may hold, for a second wall and for the tests. */
export const renderedTags: readonly string[] = (
  "p h2 h3 h4 ul ol li blockquote hr br div table colgroup col thead tbody tr th td " +
  "figure img figcaption a strong em u s sup sub"
).split(" ");

/**
 * HTML of a parsed body: no style attributes, no scripts, alignment by class (`ta-center` …), headings with the outline's ids.
 * Give it only what `parseBody` returned.
 */
export function renderBody(body: BodyDocument, options: RenderBodyOptions): string {
  const headings = bodyOutline(body).values();
  const factText = options.factText ?? factKeyAsText;
  const inline = (content: readonly InlineNode[] | undefined) => renderInline(content, factText, options.linkBase);
  let tables = 0;

  function renderBlocks(blocks: readonly BlockNode[]): string {
    return blocks.map(renderBlock).join("");
  }

  function renderBlock(block: BlockNode): string {
    switch (block.type) {
      case "paragraph":
        return `<p${alignment(block.attrs?.textAlign)}>${inline(block.content)}</p>`;
      case "heading": {
        if (inlineText(block.content).trim() === "") return "";
        const heading = headings.next().value;
        if (heading === undefined) return "";
        const attributes = `${htmlAttributes({ id: heading.id })}${alignment(block.attrs.textAlign)}`;
        return `<h${heading.level}${attributes}>${inline(block.content)}</h${heading.level}>`;
      }
      case "bulletList":
        return `<ul>${renderItems(block.content)}</ul>`;
      case "orderedList":
        return `<ol${numbering(block)}>${renderItems(block.content)}</ol>`;
      case "blockquote":
        return `<blockquote>${renderBlocks(block.content)}</blockquote>`;
      case "horizontalRule":
        return "<hr>";
      case "table":
        tables += 1;
        return renderTable(block, options.tableLabel(tables), { blocks: renderBlocks, inline });
      case "picture":
        return renderPicture(block, options);
    }
  }

  function renderItems(items: readonly ListItemNode[]): string {
    return items.map((item) => `<li>${renderItem(item)}</li>`).join("");
  }

  /** An item that is one line, with or without lists below it, needs no paragraph around the line. */
  function renderItem({ content: [first, ...rest] }: ListItemNode): string {
    if (first === undefined) return "";
    const isLine = first.type === "paragraph" && first.attrs === undefined && rest.every(isList);
    return (isLine ? inline(first.content) : renderBlock(first)) + renderBlocks(rest);
  }

  return renderBlocks(withoutEmptyEnds(body.content));
}

function alignment(textAlign: TextAlign | undefined): string {
  return textAlign === undefined ? "" : htmlAttributes({ class: `ta-${textAlign}` });
}

function numbering({ attrs }: OrderedListNode): string {
  return htmlAttributes({ start: attrs?.start, type: attrs?.type });
}

/** The editor keeps an empty line at the end to type on; readers don't need it. */
function withoutEmptyEnds(blocks: readonly BlockNode[]): readonly BlockNode[] {
  const first = blocks.findIndex((block) => !isEmpty(block));
  const last = blocks.findLastIndex((block) => !isEmpty(block));
  return first === -1 ? [] : blocks.slice(first, last + 1);
}

function isList(block: BlockNode): boolean {
  return block.type === "bulletList" || block.type === "orderedList";
}

function isEmpty(block: BlockNode): boolean {
  return block.type === "paragraph" && inlineText(block.content).trim() === "";
}
