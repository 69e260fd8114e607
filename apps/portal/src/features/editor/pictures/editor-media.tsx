"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { MediaShelf } from "./media-shelf.ts";
import type { PictureSlots } from "./picture-slots.ts";

export type EditorMedia = {
  branch: string;
  shelf: MediaShelf;
  slots: PictureSlots;
  /** Sends a file into a slot that is in the document. */
  fillSlot: (slotId: string, file: File) => void;
};

const EditorMediaContext = createContext<EditorMedia | null>(null);

export function EditorMediaProvider({ value, children }: { value: EditorMedia; children: ReactNode }) {
  return <EditorMediaContext value={value}>{children}</EditorMediaContext>;
}

/** For the views of pictures inside the document. */
export function useEditorMedia(): EditorMedia {
  const media = useContext(EditorMediaContext);
  if (media === null) throw new Error("a picture view outside the editor");
  return media;
}
