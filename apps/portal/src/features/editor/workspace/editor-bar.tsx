"use client";

import { ArrowLeftOutlined, EyeOutlined, HistoryOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { EditedArticle } from "../../articles/article-data.ts";
import { ArticleStateWord } from "../../articles/article-state-word.tsx";

type EditorBarProps = {
  branch: string;
  article: EditedArticle["article"];
  status: ReactNode;
  onPreview: () => void;
  onHistory: () => void;
  /** The buttons of the next step; on a phone they stand under the thumb instead. */
  children: ReactNode;
};

/** The top of the editor: the way back, where the article stands, whether it is saved, what can be done. */
export function EditorBar({ branch, article, status, onPreview, onHistory, children }: EditorBarProps) {
  const t = useTranslations("editor.bar");
  return (
    <div className="flex min-h-12 items-center gap-2 border-b border-line bg-surface px-2 md:px-3">
      <Link
        href={`/${branch}/articles`}
        aria-label={t("back")}
        title={t("back")}
        className="flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-neutral-soft"
      >
        <ArrowLeftOutlined aria-hidden />
      </Link>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 py-1">
        <ArticleStateWord visibility={article.visibility} workState={article.workState} />
        {status}
      </div>
      <div className="flex shrink-0 items-center gap-1 md:gap-2">
        <Button type="text" icon={<EyeOutlined />} onClick={onPreview} aria-label={t("preview")} title={t("preview")}>
          <span className="hidden xl:inline">{t("preview")}</span>
        </Button>
        <Button
          type="text"
          icon={<HistoryOutlined />}
          onClick={onHistory}
          aria-label={t("history")}
          title={t("history")}
        >
          <span className="hidden xl:inline">{t("history")}</span>
        </Button>
        <div className="hidden items-center gap-2 md:flex">{children}</div>
      </div>
    </div>
  );
}
