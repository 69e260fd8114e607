"use client";

import type { Editor } from "@tiptap/core";
import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { normaliseHref } from "@zhibu/domain/articles/document/link-address";

type LinkDialogProps = { editor: Editor; open: boolean; onClose: () => void };

/** Where the selected words lead. */
export function LinkDialog({ editor, open, onClose }: LinkDialogProps) {
  const t = useTranslations("editor.link");
  return (
    <Modal open={open} onCancel={onClose} title={t("title")} footer={null} width={440} destroyOnHidden>
      <LinkForm editor={editor} onClose={onClose} />
    </Modal>
  );
}

function LinkForm({ editor, onClose }: Omit<LinkDialogProps, "open">) {
  const t = useTranslations("editor.link");
  const id = useId();
  const [present] = useState(() => String(editor.getAttributes("link")["href"] ?? ""));
  const [value, setValue] = useState(present);
  const [isWrong, setWrong] = useState(false);
  function finish(href: string | null): void {
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href === null) chain.unsetLink().run();
    else if (editor.state.selection.empty && present === "") chain.insertContent(linkedText(href)).run();
    else chain.setLink({ href }).run();
    onClose();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const href = completeHref(value);
        if (href === undefined) setWrong(true);
        else finish(href);
      }}
    >
      <label htmlFor={id} className="mb-1 block font-medium">
        {t("label")}
      </label>
      <input
        id={id}
        value={value}
        inputMode="url"
        placeholder="https://"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setValue(event.target.value);
          setWrong(false);
        }}
        className="h-10 w-full rounded-md border border-line-strong px-3 text-base"
      />
      <p id={`${id}-hint`} className={`mt-1.5 ${isWrong ? "text-bad" : "text-ink-soft"}`}>
        {t(isWrong ? "wrong" : "hint")}
      </p>
      <div className="mt-5 flex justify-end gap-2">
        {present !== "" && <Button onClick={() => finish(null)}>{t("remove")}</Button>}
        <Button type="primary" htmlType="submit">
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}

/** People type `www.…` and mail addresses; a path begins with a slash. */
function completeHref(typed: string): string | undefined {
  const text = typed.trim();
  if (/^[^\s/:@]+@[^\s/@]+\.[a-z]+$/i.test(text)) return normaliseHref(`mailto:${text}`);
  return normaliseHref(text) ?? (/^[\w-]+(?:\.[\w-]+)+/.test(text) ? normaliseHref(`https://${text}`) : undefined);
}

function linkedText(href: string) {
  return {
    type: "text",
    text: href.replace(/^(?:https?:\/\/|mailto:)/, ""),
    marks: [{ type: "link", attrs: { href } }],
  };
}
