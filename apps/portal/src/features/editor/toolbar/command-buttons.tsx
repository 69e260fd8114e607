"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { ToolbarButton } from "./toolbar-button.tsx";
import type { ToolbarCommand } from "./toolbar-commands.tsx";

/** A group of commands that always show whether they are on and whether they can be used. */
export function CommandButtons({ editor, commands }: { editor: Editor; commands: readonly ToolbarCommand[] }) {
  const t = useTranslations("editor.toolbar");
  const states = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      commands.map((command) => `${command.isActive?.(current) ?? ""}|${command.canRun?.(current) ?? true}`),
  });
  return commands.map((command, index) => {
    const [active, can] = (states[index] ?? "|true").split("|");
    return (
      <ToolbarButton
        key={command.key}
        name={t(command.key)}
        shortcut={command.shortcut}
        disabled={can !== "true"}
        {...(active === "" ? {} : { isActive: active === "true" })}
        onClick={() => command.run(editor)}
      >
        {command.icon}
      </ToolbarButton>
    );
  });
}
