"use client";

import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusWord, type StatusTone } from "@zhibu/ui/status-word";
import { useTRPC } from "../../trpc/client.tsx";
import { useBaselineMutation } from "../office-facts/use-baseline-mutation.ts";
import type { PageItem } from "./page-data.ts";

type PageRowProps = {
  page: PageItem;
  siteSlug: string;
  canManage: boolean;
  onEdit: () => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
};

type Standing = "hidden" | "live" | "changing" | "withdrawn" | "unpublished";

const tones: Record<Standing, StatusTone> = {
  hidden: "neutral",
  live: "good",
  changing: "info",
  withdrawn: "bad",
  unpublished: "waiting",
};

function standingOf({ hidden, article }: PageItem): Standing {
  if (hidden) return "hidden";
  if (article?.visibility === "live") return article.workState === null ? "live" : "changing";
  return article?.visibility === "withdrawn" ? "withdrawn" : "unpublished";
}

/** One page of the college: its place in the menu, its address, and what readers get behind it. */
export function PageRow({ page, siteSlug, canManage, onEdit, onUp, onDown }: PageRowProps) {
  const t = useTranslations("office-pages");
  const { office } = useTRPC();
  const { modal } = App.useApp();
  const says = page.hidden ? t("shown") : t("hidden");
  const hide = useMutation(office.pages.hide.mutationOptions(useBaselineMutation({ says })));
  const standing = standingOf(page);
  function toggle(): void {
    const input = { pageId: page.id, version: page.version, hidden: !page.hidden };
    if (page.hidden) return hide.mutate(input);
    void modal.confirm({
      title: t("hideAsk", { title: page.title }),
      content: t("hideConsequence"),
      okText: t("hide"),
      onOk: () => hide.mutate(input),
    });
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 md:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-[15px] font-medium">{page.title}</span>
          <StatusWord tone={tones[standing]}>{t(`standing.${standing}`)}</StatusWord>
        </p>
        <p className="truncate text-[13px] text-ink-soft">
          /p/{page.slug}
          {page.article && ` · ${page.article.title}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {page.article && (
          <Link href={`/${siteSlug}/articles/${page.article.id}`} className="px-2 text-brand hover:underline">
            {t("write")}
          </Link>
        )}
        {canManage && (
          <>
            <Button size="small" type="text" onClick={onEdit}>
              {t("edit")}
            </Button>
            <Button size="small" type="text" loading={hide.isPending} onClick={toggle}>
              {t(page.hidden ? "show" : "hide")}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={t("up", { title: page.title })}
              disabled={onUp === null}
              onClick={() => onUp?.()}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={t("down", { title: page.title })}
              disabled={onDown === null}
              onClick={() => onDown?.()}
            />
          </>
        )}
      </div>
    </li>
  );
}
