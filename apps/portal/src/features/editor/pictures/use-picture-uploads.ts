"use client";

import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { useCallback, useMemo } from "react";
import { uploadFile } from "../../media/upload-file.ts";
import { pictureSlotName } from "../document/picture-slot-node.ts";
import type { PastedPicture } from "../paste/pasted-pictures.ts";
import type { MediaShelf, ShelfMedia } from "./media-shelf.ts";
import type { PictureSlots } from "./picture-slots.ts";

type Uploads = { branch: string; shelf: MediaShelf; slots: PictureSlots; editor: () => Editor | null };

/** Brings pictures into the document: a slot at once, the picture in its place when the server has it. */
export function usePictureUploads({ branch, shelf, slots, editor }: Uploads) {
  const fillSlot = useCallback(
    async (slotId: string, file: File): Promise<void> => {
      const signal = slots.begin(slotId);
      const onProgress = (share: number) => slots.set(slotId, { step: "sending", name: file.name, share });
      onProgress(0);
      try {
        const item = await uploadFile({ branch, kind: "picture", file, onProgress, signal });
        shelf.add([item]);
        const current = editor();
        if (current) replaceSlot(current, slotId, item, shelf);
        slots.set(slotId, null);
      } catch (error) {
        if (!signal.aborted) slots.set(slotId, { step: "failed", file, error });
      }
    },
    [branch, shelf, slots, editor],
  );

  return useMemo(
    () => ({
      fillSlot: (slotId: string, file: File) => void fillSlot(slotId, file),
      /** Files pasted, dropped or chosen; at the selection where no position is given. */
      insertFiles(files: readonly File[], at?: number): void {
        const current = editor();
        if (!current) return;
        const filled = files.map((file) => ({ slotId: crypto.randomUUID(), file }));
        const nodes = filled.map(({ slotId }) => ({ type: pictureSlotName, attrs: { slotId } }));
        const position = at ?? current.state.selection.to;
        current.chain().focus().insertContentAt(position, nodes).run();
        for (const { slotId, file } of filled) void fillSlot(slotId, file);
      },
      /** Slots a paste left in the document, with the bytes where they came along. Returns how many are without. */
      fillPasted(pictures: readonly PastedPicture[]): number {
        for (const { slotId, file } of pictures) if (file !== null) void fillSlot(slotId, file);
        return pictures.filter(({ file }) => file === null).length;
      },
      /** Pictures chosen from the library. */
      insertMedia(items: readonly ShelfMedia[]): void {
        shelf.add(items);
        for (const item of items) if (item.alt === "") shelf.askForAlt(item.id);
        editor()?.chain().focus().insertContent(items.map(pictureOf)).run();
      },
    }),
    [editor, fillSlot, shelf],
  );
}

function pictureOf({ id, alt }: ShelfMedia) {
  return { type: "picture", attrs: { mediaId: id, alt, caption: "", width: "full" } };
}

/** Not an edit to undo: taking it back would bring the empty slot, not the state before. */
function replaceSlot(editor: Editor, slotId: string, item: ShelfMedia, shelf: MediaShelf): void {
  const { state, view, schema } = editor;
  let position: number | undefined;
  state.doc.descendants((node, at) => {
    if (node.type.name === pictureSlotName && node.attrs["slotId"] === slotId) position = at;
    return position === undefined;
  });
  if (position === undefined) return;
  if (item.alt === "") shelf.askForAlt(item.id);
  const transaction = state.tr.replaceWith(position, position + 1, schema.nodeFromJSON(pictureOf(item)));
  transaction.setSelection(NodeSelection.create(transaction.doc, position)).setMeta("addToHistory", false);
  view.dispatch(transaction);
}
