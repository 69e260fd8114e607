import type { Editor } from "@tiptap/core";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import type { Finding } from "@zhibu/domain/checks/finding";
import { positionOf, rangeOf } from "../document/place-in-document.ts";
import { fieldId } from "../panel/field-id.ts";

/** Puts the cursor where a finding is. */
export function jumpToFinding(editor: Editor, { where }: Finding): void {
  if (where.field === "attachment") return focusField(fieldId("attachments"));
  if (where.field === "cover") return focusField(fieldId("cover"));
  if (where.field === "pictureSource") return selectPicture(editor, where.mediaId);
  if (where.field !== "body") return focusField(fieldId(where.field));
  const { doc } = editor.state;
  const at = positionOf(doc, where.path);
  if (at !== undefined && doc.nodeAt(at)?.type.name === "picture") return selectNode(editor, at);
  const range = rangeOf(doc, where.path, where.from, where.to) ?? { from: 0, to: 0 };
  const selection = TextSelection.between(doc.resolve(range.from), doc.resolve(range.to));
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  reveal(editor, selection.from);
  editor.commands.focus(undefined, { scrollIntoView: false });
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}

function selectPicture(editor: Editor, mediaId: string): void {
  editor.state.doc.descendants((node, position) => {
    if (node.attrs["mediaId"] === mediaId) selectNode(editor, position);
  });
}

function selectNode(editor: Editor, position: number): void {
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)));
  reveal(editor, position);
  editor.commands.focus(undefined, { scrollIntoView: false });
}

/** Into the middle: at the edge it would hide behind the bars above and below. */
function reveal(editor: Editor, position: number): void {
  const { node } = editor.view.domAtPos(position);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
}

/** Puts the proposed words in place of those the check stopped at. */
export function applyFix(editor: Editor, { where, fix }: Finding): void {
  if (where.field !== "body" || fix === undefined) return;
  const range = rangeOf(editor.state.doc, where.path, where.from, where.to);
  if (range === undefined) return;
  editor.view.dispatch(editor.state.tr.insertText(fix.replacement, range.from, range.to));
}
