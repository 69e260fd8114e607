import { Extension } from "@tiptap/core";
import { headingLevels } from "@zhibu/domain/articles/document/body-schema";
import { clearFormatting } from "../toolbar/toolbar-commands.tsx";

export type WriterKeysOptions = {
  onLink: () => void;
  onSave: () => void;
};

/** Keys people know from Word, where ProseMirror's own differ. */
export const WriterKeys = Extension.create<WriterKeysOptions>({
  name: "writerKeys",
  // Before the headings' own keys, which count from the page's title.
  priority: 1_000,

  addOptions() {
    return { onLink: () => undefined, onSave: () => undefined };
  },

  addKeyboardShortcuts() {
    const { editor, options } = this;
    const headings = headingLevels.map(
      (level, index) => [`Mod-Alt-${index + 1}`, () => editor.commands.toggleHeading({ level })] as const,
    );
    return {
      ...Object.fromEntries(headings),
      "Mod-k": () => {
        options.onLink();
        return true;
      },
      "Mod-s": () => {
        options.onSave();
        return true;
      },
      "Mod-\\": () => {
        clearFormatting(editor);
        return true;
      },
    };
  },
});
