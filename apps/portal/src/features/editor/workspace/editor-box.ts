import type { Editor } from "@tiptap/core";

/** Holds the editor for functions that outlive a render; empty while there is none. */
export class EditorBox {
  #editor: Editor | null = null;

  put(editor: Editor | null): void {
    this.#editor = editor;
  }

  readonly read = (): Editor | null => (this.#editor?.isDestroyed === false ? this.#editor : null);
}
