"use client";

import "../document/editor-text.css";
import { SlidersOutlined } from "@ant-design/icons";
import { EditorContent } from "@tiptap/react";
import { Button, Drawer } from "antd";
import { useTranslations } from "next-intl";
import { ThumbBar } from "../../../components/thumb-bar.tsx";
import { arrangeActions } from "../../articles/article-actions.ts";
import { EditorFactsProvider } from "../facts/editor-facts.tsx";
import { SidePanel } from "../panel/side-panel.tsx";
import { EditorMediaProvider } from "../pictures/editor-media.tsx";
import { Toolbar } from "../toolbar/toolbar.tsx";
import { ActionBar } from "./action-bar.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { SaveStatus } from "./save-status.tsx";
import { StateNotice } from "./state-notice.tsx";
import { TitleFields } from "./title-fields.tsx";
import { useWorkspace, type WorkspaceParts } from "./use-workspace.ts";
import { Warnings } from "./warnings.tsx";
import { WorkspaceDialogs } from "./workspace-dialogs.tsx";
import type { WorkspaceProps } from "./workspace-props.ts";

/** The editor of one article: text in the middle, facts and checks beside it, the next step always in sight. */
export function Workspace(props: WorkspaceProps) {
  const { branch, data } = props;
  const t = useTranslations("editor");
  const workspace = useWorkspace(props);
  const { editor, isEditing, saveState, keepsCopy, fields, actions, panel, layout, uploads } = workspace;
  const buttons = {
    actions: arrangeActions(data.article, data.can),
    reviewHref: `/${branch}/review/${data.article.id}`,
    isBusy: actions.isBusy,
    onAction: actions.start,
  };
  const count = panel.findings.length;
  const panelButton = (
    <Button icon={<SlidersOutlined />} onClick={layout.openPanel}>
      <span className="max-md:hidden">{count === 0 ? t("panel.open") : t("panel.openCount", { count })}</span>
      <span className="md:hidden">{count === 0 ? t("panel.short") : t("panel.shortCount", { count })}</span>
    </Button>
  );
  const sidePanel = <WorkspacePanel branch={branch} data={data} workspace={workspace} />;
  return (
    <EditorMediaProvider value={workspace.media}>
      <EditorFactsProvider value={workspace.facts}>
        <div className="-mx-4 -mt-5 md:-mx-7 md:-mt-6 md:-mb-10">
          <h1 className="sr-only">{t("heading", { title: fields.title })}</h1>
          <div className="sticky top-13 z-10">
            <EditorBar
              branch={branch}
              article={data.article}
              status={<SaveStatus state={saveState} keepsCopy={keepsCopy} />}
              onPreview={() => layout.show("preview")}
              onHistory={() => layout.show("history")}
            >
              {!layout.isWide && panelButton}
              <ActionBar {...buttons} />
            </EditorBar>
          </div>
          <div className="flex items-start">
            <div className="min-w-0 flex-1">
              {editor !== null && isEditing && (
                <div className="sticky top-[6.25rem] z-10">
                  <Toolbar
                    editor={editor}
                    onLink={() => layout.show("link")}
                    onFiles={(files) => uploads.insertFiles(files)}
                    onLibrary={() => layout.show("library")}
                  />
                </div>
              )}
              <div className="px-4 pt-4 pb-10 md:px-6">
                <Sheet {...props} workspace={workspace} />
              </div>
            </div>
            {layout.isWide && (
              <aside
                aria-label={t("panel.label")}
                className="sticky top-[6.25rem] h-[calc(100dvh-6.25rem)] w-80 shrink-0 overflow-y-auto border-l border-line bg-surface px-4 pt-1 pb-6"
              >
                {sidePanel}
              </aside>
            )}
          </div>
        </div>
        {!layout.isWide && (
          <Drawer
            open={layout.isPanelOpen}
            onClose={layout.closePanel}
            title={t("panel.label")}
            size="min(100vw, 400px)"
          >
            {sidePanel}
          </Drawer>
        )}
        <ThumbBar>
          <span className="mr-auto">{panelButton}</span>
          <ActionBar {...buttons} isCompact />
        </ThumbBar>
        <WorkspaceDialogs {...props} workspace={workspace} />
      </EditorFactsProvider>
    </EditorMediaProvider>
  );
}

type PartProps = Pick<WorkspaceProps, "branch" | "data"> & { workspace: WorkspaceParts };

function WorkspacePanel({ branch, data, workspace }: PartProps) {
  const { session, isEditing, fields, panel } = workspace;
  return (
    <SidePanel
      {...panel}
      branch={branch}
      fields={fields}
      shelf={session.shelf}
      isEditable={isEditing}
      timeline={data.timeline}
      onChange={(change) => session.draft.change(change)}
    />
  );
}

/** The text itself, on paper, with what must be known about it above. */
function Sheet({ branch, data, siteOrigin, workspace }: WorkspaceProps & { workspace: WorkspaceParts }) {
  const { session, editor, isEditing, fields } = workspace;
  return (
    <div className="mx-auto max-w-3xl space-y-3">
      <Warnings {...workspace.warnings} />
      <StateNotice
        branch={branch}
        data={data}
        liveHref={`${siteOrigin}/a/${data.article.no}`}
        onUnlock={workspace.onUnlock}
      />
      <div className="rounded-lg border border-line bg-surface px-4 py-6 md:px-10 md:py-8">
        <TitleFields
          title={fields.title}
          subtitle={fields.subtitle}
          isEditable={isEditing}
          onChange={(change) => session.draft.change(change)}
          onEnter={() => editor?.commands.focus("start")}
        />
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}
