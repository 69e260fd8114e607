"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import { fileSize } from "./file-size.ts";

/** What an item is, where it came from, and which articles show it. */
export function MediaFacts({ branch, item }: { branch: string; item: MediaItem }) {
  const t = useTranslations("media.details");
  const size = useTranslations("media");
  return (
    <dl className="divide-y divide-line border-y border-line">
      {!item.can.edit && item.kind === "picture" && <Fact name={t("alt")}>{item.alt || t("none")}</Fact>}
      {!item.can.edit && <Fact name={t("source")}>{item.source || t("none")}</Fact>}
      <Fact name={t("format")}>
        <span className="uppercase">{item.ext}</span> · {fileSize(item.bytes)}
        {item.width !== null &&
          item.height !== null &&
          ` · ${size("size", { width: item.width, height: item.height })}`}
      </Fact>
      <Fact name={t("uploaded")}>
        {item.createdByName} · <RelativeTime value={item.createdAt} />
      </Fact>
      <Fact name={t("usedIn")}>
        <Uses branch={branch} item={item} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5rem_1fr] gap-x-3 py-2">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Uses({ branch, item }: { branch: string; item: MediaItem }) {
  const t = useTranslations("media.details");
  if (item.usedCount === 0) return t("usedNowhere");
  const more = item.usedCount - item.uses.length;
  return (
    <ul className="space-y-1">
      {item.uses.map((use) => (
        <li key={use.articleId}>
          <Link href={`/${branch}/articles/${use.articleId}`} className="text-brand underline-offset-2 hover:underline">
            {use.title || t("untitled")}
          </Link>{" "}
          {use.isLive && <StatusWord tone="good">{t("useLive")}</StatusWord>}
        </li>
      ))}
      {more > 0 && <li className="text-ink-soft">{t("moreUses", { count: more })}</li>}
    </ul>
  );
}
