"use client";

import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { bodyExcerpt } from "@zhibu/domain/articles/document/body-excerpt";
import { momentText } from "../../articles/format-time.ts";
import { useNow } from "../../articles/use-now.ts";
import { normalisedBody } from "../document/saved-body.ts";
import type { LocalDraft } from "../saving/local-drafts.ts";

type LocalCopyDialogProps = {
  draft: LocalDraft;
  /** Who saved the server's text, and when. */
  server: { savedAt: Date; createdByName: string };
  onRestore: () => void;
  onDiscard: () => void;
};

const excerptChars = 120;

/** This device holds a text the server never got. It must be decided about before anybody types on. */
export function LocalCopyDialog({ draft, server, onRestore, onDiscard }: LocalCopyDialogProps) {
  const t = useTranslations("editor.localCopy");
  const now = useNow();
  // A copy of what this editor once held.
  const body = normalisedBody(draft.content.body as Parameters<typeof normalisedBody>[0]);
  const excerpt = body === null ? "" : bodyExcerpt(body, excerptChars);
  return (
    <Modal open closable={false} keyboard={false} title={t("title")} footer={null} width={480}>
      <p>{t("lead", { time: momentText(draft.changedAt, now) })}</p>
      <p className="mt-1 text-ink-soft">
        {t("server", { time: momentText(server.savedAt, now), name: server.createdByName })}
      </p>
      {(draft.content.title !== "" || excerpt !== "") && (
        <blockquote className="mt-3 rounded-md bg-neutral-soft px-3 py-2">
          <p className="font-medium">{draft.content.title}</p>
          <p className="mt-0.5 text-[13px] text-ink-soft">{excerpt}</p>
        </blockquote>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onDiscard}>{t("discard")}</Button>
        <Button type="primary" onClick={onRestore}>
          {t("restore")}
        </Button>
      </div>
    </Modal>
  );
}
