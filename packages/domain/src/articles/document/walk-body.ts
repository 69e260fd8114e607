import { factKeyAsText, type FactText } from "../../baseline/fact-text.ts";
import type { BodyDocument, BodyNode, BodyPath, InlineNode } from "./body-schema.ts";

export type BodyStep<Node extends BodyNode = BodyNode> = { readonly node: Node; readonly path: BodyPath };

/** Every node below the document in reading order, each with its path. */
export function* walkBody(parent: BodyDocument | BodyNode, path: BodyPath = []): Generator<BodyStep> {
  if (!("content" in parent)) return;
  for (const [index, node] of parent.content.entries()) {
    const step = { node, path: [...path, index] };
    yield step;
    yield* walkBody(node, step.path);
  }
}

/** The words of a text block; a line break inside it is `\n`. A fact nobody knows stays its key. */
export function inlineText(content: readonly InlineNode[] = [], factText: FactText = factKeyAsText): string {
  return content.map((node) => inlineWords(node, factText)).join("");
}

export function inlineWords(node: InlineNode, factText: FactText): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "hardBreak":
      return "\n";
    case "fact":
      return factText(node.attrs.key) ?? node.attrs.key;
  }
}

/** How many positions the node takes in the editor: a line break and a fact are one, however long what they say. */
export function inlineSize(node: InlineNode): number {
  return node.type === "text" ? node.text.length : 1;
}
