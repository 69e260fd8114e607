"use client";

import { LinkOutlined, PictureOutlined, TableOutlined } from "@ant-design/icons";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { acceptedSuffixes } from "@zhibu/domain/media/file-formats";
import { FactButton } from "../facts/fact-button.tsx";
import { BlockStyleSelect } from "./block-style-select.tsx";
import { CommandButtons } from "./command-buttons.tsx";
import { TableGrid } from "./table-grid.tsx";
import { TableTools } from "./table-tools.tsx";
import { ToolbarButton } from "./toolbar-button.tsx";
import { commandGroups } from "./toolbar-commands.tsx";
import { ToolbarMenu } from "./toolbar-menu.tsx";

type ToolbarProps = {
  editor: Editor;
  onLink: () => void;
  onFiles: (files: readonly File[]) => void;
  onLibrary: () => void;
};

/** All tools of the text, in one row that a phone scrolls sideways; the arrow keys go from one to the next. */
export function Toolbar({ editor, onLink, onFiles, onLibrary }: ToolbarProps) {
  const t = useTranslations("editor.toolbar");
  return (
    <div className="border-b border-line bg-surface">
      <div
        role="toolbar"
        aria-label={t("label")}
        tabIndex={-1}
        onKeyDown={moveAlong}
        className="flex items-center gap-0.5 overflow-x-auto px-2 py-1 md:flex-wrap md:gap-x-0"
      >
        <CommandButtons editor={editor} commands={commandGroups.history} />
        <Divider />
        <BlockStyleSelect editor={editor} />
        <Divider />
        <CommandButtons editor={editor} commands={commandGroups.marks} />
        <Divider />
        <CommandButtons editor={editor} commands={commandGroups.alignments} />
        <Divider />
        <CommandButtons editor={editor} commands={commandGroups.blocks} />
        <Divider />
        <LinkButton editor={editor} onLink={onLink} />
        <PictureButtons onFiles={onFiles} onLibrary={onLibrary} />
        <TableButton editor={editor} />
        <FactButton editor={editor} />
      </div>
      <TableTools editor={editor} />
    </div>
  );
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />;
}

function LinkButton({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const t = useTranslations("editor.toolbar");
  const isActive = useEditorState({ editor, selector: ({ editor: current }) => current.isActive("link") });
  return (
    <ToolbarButton name={t("link")} shortcut="Mod-K" isActive={isActive} onClick={onLink}>
      <LinkOutlined />
    </ToolbarButton>
  );
}

function PictureButtons({ onFiles, onLibrary }: Pick<ToolbarProps, "onFiles" | "onLibrary">) {
  const t = useTranslations("editor.toolbar");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolbarMenu name={t("picture")} icon={<PictureOutlined />}>
        <div className="flex flex-col">
          <MenuButton onClick={() => input.current?.click()}>{t("pictureFile")}</MenuButton>
          <MenuButton onClick={onLibrary}>{t("pictureLibrary")}</MenuButton>
        </div>
      </ToolbarMenu>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={acceptedSuffixes("picture")}
        aria-label={t("pictureFile")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}

function MenuButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="h-9 rounded px-3 text-left hover:bg-neutral-soft">
      {children}
    </button>
  );
}

function TableButton({ editor }: { editor: Editor }) {
  const t = useTranslations("editor.toolbar");
  return (
    <ToolbarMenu name={t("table")} icon={<TableOutlined />}>
      <TableGrid
        onChoose={({ rows, columns }) =>
          editor.chain().focus().insertTable({ rows, cols: columns, withHeaderRow: true }).run()
        }
      />
    </ToolbarMenu>
  );
}

/** As the pattern for toolbars asks: arrows, Home and End move between the tools; lists keep their own arrows. */
function moveAlong(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.target instanceof HTMLSelectElement) return;
  // What has opened from a tool has arrows of its own.
  if (event.target instanceof Element && event.target.closest("[popover]") !== null) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>("button, select")].filter(
    (tool) => tool.closest("[popover]") === null,
  );
  const at = tools.findIndex((tool) => tool === event.target);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
  const next = to === undefined || at === -1 ? undefined : tools.at(to % tools.length);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
