"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState, useSyncExternalStore } from "react";
import { mediaPreviewPath, widthFileName } from "@zhibu/domain/media/media-file";
import { nearestWidth } from "@zhibu/domain/media/picture-widths";
import type { MediaShelf } from "../pictures/media-shelf.ts";
import { fieldId } from "./field-id.ts";

const MediaPicker = dynamic(() => import("../../media/media-picker.tsx").then((file) => file.MediaPicker), {
  ssr: false,
});

type CoverFieldProps = {
  branch: string;
  coverId: string | null;
  shelf: MediaShelf;
  isEditable: boolean;
  onChange: (coverId: string | null) => void;
};

const shownWidth = 480;

/** The picture lists show beside the title. */
export function CoverField({ branch, coverId, shelf, isEditable, onChange }: CoverFieldProps) {
  const t = useTranslations("editor.facts");
  const [isChoosing, setChoosing] = useState(false);
  const media = useSyncExternalStore(shelf.subscribe, shelf.snapshot, shelf.snapshot).get(coverId ?? "");
  const file = widthFileName(nearestWidth(media?.widths ?? [], shownWidth) ?? shownWidth);
  return (
    <fieldset id={fieldId("cover")} tabIndex={-1} className="mb-4">
      <legend className="mb-1 text-[13px] font-medium">{t("cover")}</legend>
      {coverId !== null && (
        <img
          src={mediaPreviewPath(branch, coverId, file)}
          alt={media?.alt ?? ""}
          className="mb-2 aspect-[4/3] w-full rounded-md border border-line object-cover"
        />
      )}
      {isEditable && (
        <div className="flex gap-2">
          <Button size="small" onClick={() => setChoosing(true)}>
            {t(coverId === null ? "coverChoose" : "coverChange")}
          </Button>
          {coverId !== null && (
            <Button size="small" onClick={() => onChange(null)}>
              {t("coverRemove")}
            </Button>
          )}
        </div>
      )}
      {coverId === null && (
        <p className={isEditable ? "mt-1 text-xs text-ink-soft" : "text-ink-soft"}>
          {t(isEditable ? "coverHint" : "coverNone")}
        </p>
      )}
      {isChoosing && (
        <MediaPicker
          branch={branch}
          kind="picture"
          open
          onClose={() => setChoosing(false)}
          onPick={([item]) => {
            setChoosing(false);
            if (item === undefined) return;
            shelf.add([item]);
            onChange(item.id);
          }}
        />
      )}
    </fieldset>
  );
}
