"use client";

import { App } from "antd";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { EditedArticle } from "../../articles/article-data.ts";
import { momentText } from "../../articles/format-time.ts";
import type { SaveQueue } from "../saving/save-queue.ts";
import { isSaved } from "../saving/save-state.ts";

/**
 * Follows what others do while the article is open. Nothing unsaved here: their text is shown.
 * Something unsaved: the next save finds out and asks.
 */
export function useFreshData(queue: SaveQueue, data: EditedArticle, onReload: () => void): void {
  const t = useTranslations("editor");
  const { message } = App.useApp();
  useEffect(() => {
    const state = queue.getState();
    const { article, revision } = data;
    if (article.version < state.stored.version || !isSaved(state)) return;
    const isSameText =
      revision.number === state.stored.revisionNumber && revision.savedAt.getTime() === state.stored.savedAt.getTime();
    const isOwnDoing = article.version === state.stored.version;
    if (isSameText) return isOwnDoing ? undefined : queue.adopt(article.version);
    if (!isOwnDoing)
      void message.info(
        t("reloaded", { name: revision.createdByName, time: momentText(revision.savedAt, new Date()) }),
      );
    onReload();
  }, [queue, data, onReload, message, t]);
}
