"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";

type TableTool = { key: string; run: (editor: Editor) => boolean; can: (editor: Editor) => boolean };

const tools: readonly TableTool[] = [
  tool("addRowBefore"),
  tool("addRowAfter"),
  tool("addColumnBefore"),
  tool("addColumnAfter"),
  tool("deleteRow"),
  tool("deleteColumn"),
  tool("mergeCells"),
  tool("splitCell"),
  tool("toggleHeaderRow"),
  tool("toggleHeaderColumn"),
  tool("deleteTable"),
];

type TableCommand =
  | "addRowBefore"
  | "addRowAfter"
  | "addColumnBefore"
  | "addColumnAfter"
  | "deleteRow"
  | "deleteColumn"
  | "mergeCells"
  | "splitCell"
  | "toggleHeaderRow"
  | "toggleHeaderColumn"
  | "deleteTable";

function tool(key: TableCommand): TableTool {
  return { key, run: (editor) => editor.chain().focus()[key]().run(), can: (editor) => editor.can()[key]() };
}

/** What can be done to the table the cursor is in, in words; gone when it is elsewhere. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useTranslations("editor.table");
  const usable = useEditorState({
    editor,
    selector: ({ editor: current }) => (current.isActive("table") ? tools.map((each) => each.can(current)) : null),
  });
  if (usable === null) return null;
  return (
    <fieldset
      aria-label={t("tools")}
      className="flex gap-1 overflow-x-auto border-t border-line px-2 py-1 md:flex-wrap"
    >
      {tools.map(({ key, run }, index) => (
        <button
          key={key}
          type="button"
          aria-disabled={usable[index] !== true}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
          className="h-8 shrink-0 rounded px-2 text-[13px] hover:bg-neutral-soft aria-disabled:text-line-strong md:h-7"
        >
          {t(key)}
        </button>
      ))}
    </fieldset>
  );
}
