"use client";

import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { bodyText } from "@zhibu/domain/articles/document/body-text";
import type { EditedArticle } from "../../articles/article-data.ts";
import { DifferenceView } from "../../articles/difference/difference-view.tsx";
import { momentText } from "../../articles/format-time.ts";
import { useNow } from "../../articles/use-now.ts";
import { contentOf } from "../saving/article-content.ts";
import type { ArticleDraft } from "../workspace/article-draft.ts";
import { compareContents } from "./compare-contents.ts";

type ConflictDialogProps = {
  branch: string;
  userId: string;
  draft: ArticleDraft;
  /** The article with the other text, once it has been read. */
  newest: EditedArticle | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people saved the same article: nothing is lost, the writer decides which text goes on. */
export function ConflictDialog({ branch, userId, draft, newest, onKeepMine, onTakeTheirs }: ConflictDialogProps) {
  const t = useTranslations("editor.conflict");
  const [isComparing, setComparing] = useState(false);
  const mayEdit = newest?.can.edit ?? true;
  return (
    <Modal open closable={false} keyboard={false} title={t("title")} footer={null} width={isComparing ? 760 : 480}>
      <ConflictWords newest={newest} userId={userId} />
      {isComparing && newest !== null && <Comparison branch={branch} draft={draft} newest={newest} />}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        {!isComparing && newest !== null && <Button onClick={() => setComparing(true)}>{t("compare")}</Button>}
        <CopyMine draft={draft} />
        <Button onClick={onTakeTheirs} disabled={newest === null}>
          {t("theirs")}
        </Button>
        {mayEdit && (
          <Button type="primary" onClick={onKeepMine}>
            {t("mine")}
          </Button>
        )}
      </div>
    </Modal>
  );
}

function ConflictWords({ newest, userId }: Pick<ConflictDialogProps, "newest" | "userId">) {
  const t = useTranslations("editor.conflict");
  const now = useNow();
  if (newest === null) return <p>{t("leadUnread")}</p>;
  const { revision, can } = newest;
  const isMyself = revision.createdById === userId;
  const who = { name: revision.createdByName, time: momentText(revision.savedAt, now) };
  return (
    <>
      <p>{t(isMyself ? "leadMyself" : "lead", who)}</p>
      <p className="mt-1 text-ink-soft">{t(can.edit ? (isMyself ? "choiceMyself" : "choice") : "locked")}</p>
    </>
  );
}

type ComparisonProps = Pick<ConflictDialogProps, "branch" | "draft"> & { newest: EditedArticle };

function Comparison({ branch, draft, newest }: ComparisonProps) {
  const t = useTranslations("editor.conflict");
  const { revision } = newest;
  const difference = useMemo(
    () =>
      compareContents(
        { content: contentOf(revision), body: revision.body },
        { content: draft.fields(), body: draft.freshBody() },
      ),
    [draft, revision],
  );
  return (
    <section className="mt-4 max-h-[50vh] overflow-y-auto rounded-md border border-line p-3" aria-label={t("compare")}>
      <p className="mb-2 text-[13px] text-ink-soft">{t("compareHint")}</p>
      <DifferenceView difference={difference} branch={branch} pictures={revision.pictures} />
    </section>
  );
}

function CopyMine({ draft }: { draft: ArticleDraft }) {
  const t = useTranslations("editor.conflict");
  const { message } = App.useApp();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${draft.fields().title}\n\n${bodyText(draft.freshBody())}`);
      void message.success(t("copied"));
    } catch {
      void message.error(t("copyFailed"));
    }
  }
  return <Button onClick={() => void copy()}>{t("copy")}</Button>;
}
