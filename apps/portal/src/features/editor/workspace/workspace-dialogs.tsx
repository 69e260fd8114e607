"use client";

import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useTRPC } from "../../../trpc/client.tsx";
import type { HistoryDrawerProps } from "../dialogs/history-drawer.tsx";
import { sameContent } from "../saving/article-content.ts";
import type { LocalDraft } from "../saving/local-drafts.ts";
import { savePhase } from "../saving/save-state.ts";
import { LinkDialog } from "../toolbar/link-dialog.tsx";
import { ActionDialogs } from "./action-dialogs.tsx";
import type { WorkspaceParts } from "./use-workspace.ts";
import type { WorkspaceProps } from "./workspace-props.ts";

const MediaPicker = dynamic(() => import("../../media/media-picker.tsx").then((file) => file.MediaPicker), {
  ssr: false,
});
const ConflictDialog = dynamic(() => import("../dialogs/conflict-dialog.tsx").then((file) => file.ConflictDialog), {
  ssr: false,
});
const LocalCopyDialog = dynamic(() => import("../dialogs/local-copy-dialog.tsx").then((file) => file.LocalCopyDialog), {
  ssr: false,
});
const HistoryDrawer = dynamic(() => import("../dialogs/history-drawer.tsx").then((file) => file.HistoryDrawer), {
  ssr: false,
});
const PreviewDrawer = dynamic(() => import("../dialogs/preview-drawer.tsx").then((file) => file.PreviewDrawer), {
  ssr: false,
});

type WorkspaceDialogsProps = WorkspaceProps & { workspace: WorkspaceParts };

/** Everything that comes up over the text. */
export function WorkspaceDialogs({ branch, userId, data, onReload, workspace }: WorkspaceDialogsProps) {
  const { session, editor, actions, layout, uploads, isEditing } = workspace;
  const { overlay, hide } = layout;
  const pictures = [...session.shelf.snapshot().values()];
  return (
    <>
      <ActionDialogs
        actions={actions}
        findings={workspace.panel.findings}
        scheduledAt={data.article.scheduledAt}
        onJump={workspace.jump}
      />
      {editor !== null && <LinkDialog editor={editor} open={overlay === "link"} onClose={hide} />}
      {overlay === "library" && (
        <MediaPicker
          branch={branch}
          kind="picture"
          multiple
          open
          onClose={hide}
          onPick={(items) => {
            hide();
            uploads.insertMedia(items);
          }}
        />
      )}
      {overlay === "history" && (
        <RestorableHistory
          branch={branch}
          articleId={data.article.id}
          isEditing={isEditing}
          pictures={pictures}
          onRestore={actions.restore}
          onClose={hide}
        />
      )}
      {overlay === "preview" && <Preview branch={branch} workspace={workspace} />}
      <Conflict branch={branch} userId={userId} data={data} workspace={workspace} onReload={onReload} />
      <LeftBehind data={data} workspace={workspace} onReload={onReload} />
    </>
  );
}

type ConflictProps = Pick<WorkspaceDialogsProps, "branch" | "userId" | "data" | "workspace" | "onReload">;

/** Somebody saved first. What is shown of their text is what has been read since. */
function Conflict({ branch, userId, data, workspace, onReload }: ConflictProps) {
  const { articles } = useTRPC();
  const queries = useQueryClient();
  const { saveState, session } = workspace;
  const { stored, trouble } = saveState;
  const isConflict = savePhase(saveState) === "conflict" && trouble?.kind === "conflict";
  const articleId = data.article.id;
  useEffect(() => {
    if (isConflict) void queries.invalidateQueries(articles.forEditing.queryFilter({ branch, articleId }));
  }, [isConflict, queries, articles, branch, articleId]);
  if (!isConflict) return null;
  const told = trouble.newestVersion ?? 0;
  const isRead = data.article.version > stored.version && data.article.version >= told;
  return (
    <ConflictDialog
      branch={branch}
      userId={userId}
      draft={session.draft}
      newest={isRead ? data : null}
      onKeepMine={() => session.queue.adopt(Math.max(data.article.version, told))}
      onTakeTheirs={() => {
        session.localCopy.clear();
        onReload();
      }}
    />
  );
}

function Preview({ branch, workspace }: { branch: string; workspace: WorkspaceParts }) {
  const { session, fields, body, facts, layout } = workspace;
  const media = session.shelf.snapshot();
  return (
    <PreviewDrawer
      branch={branch}
      open
      onClose={layout.hide}
      article={{
        ...fields,
        body,
        facts: facts.values,
        eventAt: fields.eventAt === null ? null : new Date(fields.eventAt),
        pictures: [...media.values()],
        attachments: fields.attachmentIds.flatMap((id) => media.get(id) ?? []),
      }}
    />
  );
}

type RestorableHistoryProps = Omit<HistoryDrawerProps, "open" | "onRestore"> & {
  isEditing: boolean;
  onRestore: (revisionId: string) => void;
};

function RestorableHistory({ isEditing, onRestore, ...history }: RestorableHistoryProps) {
  const t = useTranslations("editor.history");
  const { modal } = App.useApp();
  return (
    <HistoryDrawer
      {...history}
      open
      {...(isEditing && {
        onRestore: ({ id, number }) =>
          void modal.confirm({
            title: t("restoreTitle", { number }),
            content: t("restoreLead"),
            okText: t("restore"),
            onOk: () => {
              onRestore(id);
              history.onClose();
            },
          }),
      })}
    />
  );
}

/** A text a former visit left on this device, offered before anything is typed. */
function LeftBehind({ data, workspace, onReload }: Pick<WorkspaceDialogsProps, "data" | "workspace" | "onReload">) {
  const { localCopy, draft } = workspace.session;
  const [left, setLeft] = useState<LocalDraft | null>(null);
  const [opening] = useState(() => draft.content());
  const mayEdit = data.can.edit;
  useEffect(() => {
    if (!mayEdit) return undefined;
    let isGone = false;
    void localCopy.open(new Date()).then((found) => {
      if (isGone || found === undefined) return;
      if (sameContent(found.content, opening)) localCopy.discard(found);
      else setLeft(found);
    });
    return () => {
      isGone = true;
    };
  }, [localCopy, opening, mayEdit]);
  if (left === null) return null;
  return (
    <LocalCopyDialog
      draft={left}
      server={data.revision}
      onRestore={() => {
        setLeft(null);
        localCopy.discard(left);
        onReload(left.content);
      }}
      onDiscard={() => {
        setLeft(null);
        localCopy.discard(left);
      }}
    />
  );
}
