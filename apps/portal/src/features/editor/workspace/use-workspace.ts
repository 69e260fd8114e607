"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Finding } from "@zhibu/domain/checks/finding";
import { useLeaveGuard } from "../../../components/leaving/use-leave-guard.ts";
import { useColumns } from "../../articles/column-select.tsx";
import { opensLocked } from "../../articles/state-sentence.ts";
import { kindOfFile } from "../../media/upload-file.ts";
import { showFindings } from "../document/finding-marks.ts";
import { useEditorFacts } from "../facts/use-editor-facts.ts";
import { usePictureUploads } from "../pictures/use-picture-uploads.ts";
import { isSaved } from "../saving/save-state.ts";
import { EditorBox } from "./editor-box.ts";
import { applyFix, jumpToFinding } from "./jump-to-finding.ts";
import { useArticleActions } from "./use-article-actions.ts";
import { useArticleSession } from "./use-article-session.ts";
import { useBodyEditor } from "./use-body-editor.ts";
import { useDroppedAttachments } from "./use-dropped-attachments.ts";
import { useFindings } from "./use-findings.ts";
import { useFreshData } from "./use-fresh-data.ts";
import { useLayout } from "./use-layout.ts";
import { usePresence } from "./use-presence.ts";
import type { WorkspaceProps } from "./workspace-props.ts";

/** Everything the workspace's parts need, put together. */
export function useWorkspace({ branch, userId, data, restored, onReload }: WorkspaceProps) {
  const session = useArticleSession({ branch, userId, opened: data, restored });
  const { draft, queue, shelf, slots } = session;
  const articleId = data.article.id;
  const { isEditing, unlock } = useLock(data, restored !== null);

  const fields = useSyncExternalStore(draft.subscribe, draft.fields, draft.fields);
  const body = useSyncExternalStore(draft.subscribe, draft.body, draft.body);
  const media = useSyncExternalStore(shelf.subscribe, shelf.snapshot, shelf.snapshot);
  const saveState = useSyncExternalStore(queue.subscribe, queue.getState, queue.getState);
  const keepsCopy = useSyncExternalStore(session.localCopy.subscribe, session.localCopy.works, () => true);

  const layout = useLayout();
  const actions = useArticleActions({ branch, articleId, queue });
  const others = usePresence(branch, articleId, isEditing);
  useFreshData(queue, data, onReload);
  useGuard(session);

  const module = useColumns(branch).find(({ id }) => id === fields.columnId)?.module ?? "news";
  const { publishedAt } = data.article;
  const { baseline, facts } = useEditorFacts(branch, { module, eventAt: fields.eventAt, publishedAt });
  const findings = useFindings({ fields, body, module, media, publishedAt, baseline });

  const [lostPictures, setLostPictures] = useState(0);
  const [box] = useState(() => new EditorBox());
  const uploads = usePictureUploads({ branch, shelf, slots, editor: box.read });
  const addAttachments = useDroppedAttachments({ branch, draft, shelf });
  const editor = useBodyEditor(draft, isEditing, {
    title: () => draft.fields().title,
    onTitle: (title) => draft.change({ title }),
    onPictures: (pictures) => setLostPictures(uploads.fillPasted(pictures)),
    onFiles(files, at) {
      const pictures = files.filter((file) => kindOfFile(file) === "picture");
      if (pictures.length > 0) uploads.insertFiles(pictures, at);
      void addAttachments(files.filter((file) => !pictures.includes(file)));
    },
    onLink: () => layout.show("link"),
    onSave: () => void queue.flush(),
    factText: (key) => facts.values.get(key),
  });
  useEffect(() => box.put(editor), [box, editor]);

  const [jumped, setJumped] = useState<Finding | null>(null);
  useEffect(() => {
    if (editor) showFindings(editor, { findings, jumped });
  }, [editor, findings, jumped]);

  function jump(finding: Finding): void {
    setJumped(finding);
    const isInPanel = !["body", "title", "subtitle", "pictureSource"].includes(finding.where.field);
    if (isInPanel) layout.setTab("facts");
    if (isInPanel && !layout.isWide) layout.openPanel();
    else layout.closePanel();
    // The panel, or the dialog that is closing, must be out of the way before the focus moves.
    setTimeout(() => editor && jumpToFinding(editor, finding), isInPanel ? 350 : 50);
  }

  return {
    session,
    editor,
    isEditing,
    saveState,
    keepsCopy,
    fields,
    body,
    actions,
    layout,
    uploads,
    facts,
    jump,
    media: useMemo(() => ({ branch, shelf, slots, fillSlot: uploads.fillSlot }), [branch, shelf, slots, uploads]),
    panel: {
      tab: layout.tab,
      onTab: layout.setTab,
      module,
      findings,
      onJump: jump,
      onFix: (finding: Finding) => editor && applyFix(editor, finding),
    },
    warnings: { others, lostPictures, onLostSeen: () => setLostPictures(0) },
    onUnlock: unlock,
  };
}

/** What the writer unlocked is locked again once its state changed: an approval given meanwhile is not voided by a stray key. */
function useLock({ article, can }: WorkspaceProps["data"], startsUnlocked: boolean) {
  const state = `${article.visibility}/${article.workState ?? ""}`;
  const [unlocked, setUnlocked] = useState(startsUnlocked ? state : null);
  const isEditing = can.edit && (unlocked === state || !opensLocked(article));
  return { isEditing, unlock: can.edit && !isEditing ? () => setUnlocked(state) : null };
}

export type WorkspaceParts = ReturnType<typeof useWorkspace>;

function useGuard({ queue, slots }: Pick<ReturnType<typeof useArticleSession>, "queue" | "slots">): void {
  const t = useTranslations("editor");
  useLeaveGuard({
    // Pictures on their way are stopped by leaving.
    isClean: () => isSaved(queue.getState()) && !slots.isBusy(),
    settle: async () => (await queue.flush()) && !slots.isBusy(),
    loses: t("leaving"),
  });
}
