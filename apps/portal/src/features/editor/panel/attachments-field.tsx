"use client";

import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { attachmentsMax } from "@zhibu/domain/articles/article-input";
import { fileSize } from "../../media/file-size.ts";
import type { MediaShelf } from "../pictures/media-shelf.ts";
import { fieldId } from "./field-id.ts";

const MediaPicker = dynamic(() => import("../../media/media-picker.tsx").then((file) => file.MediaPicker), {
  ssr: false,
});

type AttachmentsFieldProps = {
  branch: string;
  ids: readonly string[];
  shelf: MediaShelf;
  isEditable: boolean;
  onChange: (ids: string[]) => void;
};

/** Files readers can download, in the order they will stand in. */
export function AttachmentsField({ branch, ids, shelf, isEditable, onChange }: AttachmentsFieldProps) {
  const t = useTranslations("editor.facts");
  const [isChoosing, setChoosing] = useState(false);
  const known = useSyncExternalStore(shelf.subscribe, shelf.snapshot, shelf.snapshot);
  function move(index: number, by: number): void {
    const moved = [...ids];
    const [id] = moved.splice(index, 1);
    if (id !== undefined) moved.splice(index + by, 0, id);
    onChange(moved);
  }
  return (
    <fieldset id={fieldId("attachments")} tabIndex={-1} className="mb-4">
      <legend className="mb-1 text-[13px] font-medium">{t("attachments")}</legend>
      <ol className="divide-y divide-line">
        {ids.map((id, index) => {
          const file = known.get(id);
          const name = file?.name ?? t("attachmentUnknown");
          return (
            <li key={id} className="flex items-center gap-1 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{name}</span>
                {file !== undefined && <span className="text-xs text-ink-soft">{fileSize(file.bytes)}</span>}
              </span>
              {isEditable && (
                <>
                  <IconButton
                    label={t("attachmentUp", { name })}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    <ArrowUpOutlined />
                  </IconButton>
                  <IconButton
                    label={t("attachmentDown", { name })}
                    disabled={index === ids.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <ArrowDownOutlined />
                  </IconButton>
                  <IconButton
                    label={t("attachmentRemove", { name })}
                    onClick={() => onChange(ids.filter((each) => each !== id))}
                  >
                    <CloseOutlined />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ol>
      {ids.length === 0 && !isEditable && <p className="text-ink-soft">{t("attachmentsNone")}</p>}
      {isEditable && ids.length < attachmentsMax && (
        <Button size="small" className="mt-1" onClick={() => setChoosing(true)}>
          {t("attachmentsAdd")}
        </Button>
      )}
      {isChoosing && (
        <MediaPicker
          branch={branch}
          kind="attachment"
          multiple
          open
          onClose={() => setChoosing(false)}
          onPick={(items) => {
            setChoosing(false);
            shelf.add(items);
            onChange([...new Set([...ids, ...items.map((item) => item.id)])].slice(0, attachmentsMax));
          }}
        />
      )}
    </fieldset>
  );
}

type IconButtonProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode };

function IconButton({ label, disabled = false, onClick, children }: IconButtonProps) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      icon={children}
    />
  );
}
