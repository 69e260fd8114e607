import { Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import type { FactText } from "@zhibu/domain/baseline/fact-text";

export type FactOptions = {
  /** What a fact says now: for copying as plain text. */
  textOf: FactText;
};

/** A fact of the college by reference: one place in the line, whatever it says. */
export const Fact = Node.create<FactOptions>({
  name: "fact",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addOptions() {
    return { textOf: () => undefined };
  },

  addAttributes() {
    return { key: { default: "", parseHTML: (element) => element.dataset["fact"] ?? "" } };
  },

  parseHTML() {
    return [{ tag: "span[data-fact]" }];
  },

  /** For copying: inside the editor the reference travels, elsewhere its words do. */
  renderHTML({ node }) {
    return ["span", { "data-fact": factKeyOf(node) }, wordsOf(node, this.options.textOf)];
  },

  renderText({ node }) {
    return wordsOf(node, this.options.textOf);
  },
});

/** The key of a fact node, of whose attributes the editor's types know nothing. */
export function factKeyOf(node: DocumentNode): string {
  const key: unknown = node.attrs["key"];
  return typeof key === "string" ? key : "";
}

function wordsOf(node: DocumentNode, textOf: FactText): string {
  const key = factKeyOf(node);
  return textOf(key) ?? key;
}
