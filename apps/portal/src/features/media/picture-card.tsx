"use client";

import { CheckCircleFilled } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { mediaPreviewPath, widthFileName } from "@zhibu/domain/media/media-file";
import { StatusWord } from "@zhibu/ui/status-word";

type PictureCardProps = {
  branch: string;
  item: MediaItem;
  /** Chosen or not, where pictures are chosen; without it the card opens something. */
  selected?: boolean;
  onClick: () => void;
};

const cardWidth = 480;

/** A picture of the library as a button. */
export function PictureCard({ branch, item, selected, onClick }: PictureCardProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      {...(selected !== undefined ? { "aria-pressed": selected } : {})}
      className={`group relative block w-full overflow-hidden rounded-lg border bg-surface text-left transition-shadow hover:shadow-sm ${selected === true ? "border-brand ring-2 ring-brand" : "border-line hover:border-line-strong"}`}
    >
      <span className="block aspect-[4/3] bg-neutral-soft">
        <img
          src={mediaPreviewPath(branch, item.id, widthFileName(cardWidth))}
          alt=""
          width={item.width ?? cardWidth}
          height={item.height ?? cardWidth}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      </span>
      {selected === true && (
        <CheckCircleFilled aria-hidden className="absolute top-2 right-2 rounded-full bg-white text-xl text-brand" />
      )}
      <span className="block px-2.5 py-2">
        <span className="block truncate text-[13px] font-medium">{item.name}</span>
        <span className="mt-1 flex flex-wrap items-center gap-1">
          <PictureWords item={item} />
        </span>
      </span>
    </button>
  );
}

function PictureWords({ item }: { item: MediaItem }) {
  const t = useTranslations("media");
  return (
    <>
      {item.alt === "" && <StatusWord tone="waiting">{t("noAlt")}</StatusWord>}
      {item.uses.some((use) => use.isLive) ? (
        <StatusWord tone="good">{t("live")}</StatusWord>
      ) : (
        <StatusWord>{item.usedCount === 0 ? t("unused") : t("used", { count: item.usedCount })}</StatusWord>
      )}
    </>
  );
}
