"use client";

import { App } from "antd";
import { useTranslations } from "next-intl";
import { uploadFile, UploadError } from "../../media/upload-file.ts";
import { useReasonText } from "../../media/use-reason-text.ts";
import type { MediaShelf } from "../pictures/media-shelf.ts";
import type { ArticleDraft } from "./article-draft.ts";

type Dropped = { branch: string; draft: ArticleDraft; shelf: MediaShelf };

/** Files that are no pictures, dropped on the text or pasted into it, become attachments. */
export function useDroppedAttachments({ branch, draft, shelf }: Dropped): (files: readonly File[]) => Promise<void> {
  const t = useTranslations("editor.dropped");
  const { message } = App.useApp();
  const reasonText = useReasonText();
  return async (files) => {
    for (const file of files) {
      const key = crypto.randomUUID();
      void message.open({ key, type: "loading", content: t("sending", { name: file.name }), duration: 0 });
      try {
        const item = await uploadFile({ branch, kind: "attachment", file });
        shelf.add([item]);
        draft.change({ attachmentIds: [...new Set([...draft.fields().attachmentIds, item.id])] });
        void message.open({ key, type: "success", content: t("added", { name: item.name }) });
      } catch (error) {
        const refusal = error instanceof UploadError ? error : new UploadError("unexpected", {}, null);
        void message.open({ key, type: "error", content: `${file.name}：${reasonText(refusal)}`, duration: 8 });
      }
    }
  };
}
