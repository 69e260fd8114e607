"use client";

import { Drawer, Segmented } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ArticlePaper, type PaperArticle } from "../../articles/reading/article-paper.tsx";

type PreviewDrawerProps = { branch: string; article: PaperArticle; open: boolean; onClose: () => void };

/** The text as readers will see it, on a computer or on a phone. */
export function PreviewDrawer({ branch, article, open, onClose }: PreviewDrawerProps) {
  const t = useTranslations("editor.preview");
  const [screen, setScreen] = useState<"wide" | "phone">("wide");
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t("title")}
      size="min(100vw, 960px)"
      destroyOnHidden
      extra={
        <Segmented
          aria-label={t("screen")}
          value={screen}
          onChange={(value) => setScreen(value === "phone" ? "phone" : "wide")}
          options={[
            { value: "wide", label: t("wide") },
            { value: "phone", label: t("phone") },
          ]}
        />
      }
    >
      <div
        className={screen === "phone" ? "mx-auto max-w-[375px] rounded-2xl border border-line-strong px-4 py-5" : ""}
      >
        <ArticlePaper branch={branch} article={article} />
      </div>
    </Drawer>
  );
}
