"use client";

import { CheckCircleFilled } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import { fileSize } from "./file-size.ts";

type AttachmentRowProps = { item: MediaItem; selected?: boolean; onClick: () => void };

/** An attachment of the library as a button over the width of its list. */
export function AttachmentRow({ item, selected, onClick }: AttachmentRowProps) {
  const t = useTranslations("media");
  const isChoice = selected !== undefined;
  return (
    <button
      type="button"
      onClick={onClick}
      {...(isChoice ? { "aria-pressed": selected } : {})}
      className={`flex w-full items-center gap-3 px-4 py-3 text-left hover:bg-ground md:px-5 ${selected === true ? "bg-brand-soft hover:bg-brand-soft" : ""}`}
    >
      <span
        aria-hidden
        className="flex size-10 shrink-0 items-center justify-center rounded-md bg-neutral-soft text-xs font-semibold text-ink-soft uppercase"
      >
        {selected === true ? <CheckCircleFilled className="text-xl text-brand" /> : item.ext}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium [overflow-wrap:anywhere]">{item.name}</span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-soft">
          <span>{fileSize(item.bytes)}</span>
          <span>{t("by", { name: item.createdByName })}</span>
          <RelativeTime value={item.createdAt} />
        </span>
      </span>
      {item.uses.some((use) => use.isLive) ? (
        <StatusWord tone="good">{t("live")}</StatusWord>
      ) : (
        <StatusWord>{item.usedCount === 0 ? t("unused") : t("used", { count: item.usedCount })}</StatusWord>
      )}
    </button>
  );
}
