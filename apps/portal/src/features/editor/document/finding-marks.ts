import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Finding } from "@zhibu/domain/checks/finding";
import { rangeOf } from "./place-in-document.ts";

type Shown = { findings: readonly Finding[]; jumped: Finding | null };

const key = new PluginKey<DecorationSet>("findingMarks");

/** Underlines in the text what the checks stopped at; nothing of it is part of the document. */
export const FindingMarks = Extension.create({
  name: "findingMarks",

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, decorations) {
            // Only `showFindings` writes under this key.
            const shown = transaction.getMeta(key) as Shown | undefined;
            if (shown === undefined) return decorations.map(transaction.mapping, transaction.doc);
            return DecorationSet.create(transaction.doc, decorationsOf(transaction.doc, shown));
          },
        },
        props: { decorations: (state) => key.getState(state) ?? null },
      }),
    ];
  },
});

function decorationsOf(document: Node, { findings, jumped }: Shown): Decoration[] {
  return findings.flatMap((finding) => {
    const { where, severity } = finding;
    if (where.field !== "body" || where.part !== "text") return [];
    const range = rangeOf(document, where.path, where.from, where.to);
    if (range === undefined || range.from === range.to) return [];
    const classes = `finding-${severity}${finding.key === jumped?.key ? " finding-jumped" : ""}`;
    return [Decoration.inline(range.from, range.to, { class: classes })];
  });
}

/** Marks these findings, and the one that was jumped to more strongly. */
export function showFindings(editor: Editor, shown: Shown): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, shown).setMeta("addToHistory", false));
}
