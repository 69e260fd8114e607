"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { headingLevels } from "@zhibu/domain/articles/document/body-schema";

/** 正文 or one of three headings; the same list as in Word. */
export function BlockStyleSelect({ editor }: { editor: Editor }) {
  const t = useTranslations("editor.toolbar");
  const level = useEditorState({
    editor,
    selector: ({ editor: current }) => headingLevels.find((each) => current.isActive("heading", { level: each })) ?? 0,
  });
  return (
    <select
      aria-label={t("style")}
      value={level}
      onChange={(event) => {
        const chosen = headingLevels.find((each) => each === Number(event.target.value));
        if (chosen === undefined) editor.chain().focus().setParagraph().run();
        else editor.chain().focus().setHeading({ level: chosen }).run();
      }}
      className="h-9 shrink-0 rounded border border-transparent bg-transparent px-1 hover:border-line-strong md:h-8"
    >
      <option value={0}>{t("paragraph")}</option>
      {headingLevels.map((each) => (
        <option key={each} value={each}>
          {t(`heading.${each}`)}
        </option>
      ))}
    </select>
  );
}
