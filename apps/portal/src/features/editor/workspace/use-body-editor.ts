"use client";

import type { Editor, Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { documentExtensions } from "../document/document-extensions.ts";
import { FindingMarks } from "../document/finding-marks.ts";
import { WriterKeys } from "../document/writer-keys.ts";
import { FactWithView } from "../facts/fact-view.tsx";
import { CleanPaste } from "../paste/clean-paste-extension.ts";
import { PictureWithView } from "../pictures/picture-view.tsx";
import { PictureSlotWithView } from "../pictures/slot-view.tsx";
import type { ArticleDraft } from "./article-draft.ts";
import { type BodyEvents, BodyRelay } from "./body-relay.ts";

const attributes = {
  class: "reader-text prose editor-text",
  role: "textbox",
  "aria-multiline": "true",
  spellcheck: "false",
};

/** The editor of the body; what it holds is what the draft sends. */
export function useBodyEditor(draft: ArticleDraft, isEditable: boolean, events: BodyEvents): Editor | null {
  const t = useTranslations("editor.body");
  const [relay] = useState(() => new BodyRelay());
  useEffect(() => relay.connect(events));
  const placeholder = t("placeholder");
  const [extensions] = useState(() => editorExtensions(relay, placeholder));
  // Made once: a changed option makes the editor compute all its views anew.
  const [content] = useState(() => draft.initialBody());
  const [editorProps] = useState(() => ({ attributes: { ...attributes, "aria-label": t("label") } }));
  const editor = useEditor({
    extensions,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    content,
    editable: isEditable,
    editorProps,
    onCreate: ({ editor: created }) => draft.takeBodyFrom(() => created.getJSON()),
    // What plugins add on their own, such as an empty last line, is no edit of the writer's.
    onUpdate: ({ transaction }) => {
      if (transaction.docChanged) draft.bodyChanged();
    },
  });
  useEffect(() => {
    if (editor && editor.isEditable !== isEditable) editor.setEditable(isEditable);
  }, [editor, isEditable]);
  return editor;
}

function editorExtensions(relay: BodyRelay, placeholder: string): Extensions {
  return [
    ...documentExtensions({
      picture: PictureWithView,
      slot: PictureSlotWithView,
      fact: FactWithView.configure({ textOf: relay.factText }),
    }),
    Placeholder.configure({ placeholder }),
    FindingMarks,
    CleanPaste.configure({
      title: relay.title,
      onTitle: relay.onTitle,
      onPictures: relay.onPictures,
      onFiles: relay.onFiles,
    }),
    WriterKeys.configure({ onLink: relay.onLink, onSave: relay.onSave }),
  ];
}
