"use client";

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { bodyLimits } from "@zhibu/domain/articles/document/body-limits";
import { mediaPreviewPath, widthFileName } from "@zhibu/domain/media/media-file";
import { nearestWidth } from "@zhibu/domain/media/picture-widths";
import { Picture, pictureAttrs } from "../document/picture-node.ts";
import { useEditorMedia } from "./editor-media.tsx";

const shownWidth = 960;

/** The picture node with its view: the picture, its caption, and beneath it what a reader who can't see it is told. */
export const PictureWithView = Picture.extend({
  addNodeView() {
    return ReactNodeViewRenderer(PictureView);
  },
});

function PictureView({ node, selected, editor, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useTranslations("editor.picture");
  const { mediaId, alt, caption, width } = pictureAttrs(node);
  // The tools must not vanish from under the hands of someone who is filling them in.
  const [isInside, setInside] = useState(false);
  const isOpen = selected || isInside || alt === "";
  if (!editor.isEditable) {
    return (
      <NodeViewWrapper as="figure" className={`picture-${width}`}>
        <PictureImage mediaId={mediaId} alt={alt} isSelected={false} />
        {caption !== "" && <figcaption>{caption}</figcaption>}
      </NodeViewWrapper>
    );
  }
  return (
    <NodeViewWrapper
      as="figure"
      className={`picture-${width}`}
      data-drag-handle
      onFocus={() => setInside(true)}
      onBlur={() => setInside(false)}
    >
      <PictureImage mediaId={mediaId} alt={alt} isSelected={selected} />
      <CaptionField value={caption} onChange={(value) => updateAttributes({ caption: value })} />
      {isOpen && (
        <div className="picture-tools">
          <AltField mediaId={mediaId} value={alt} onChange={(value) => updateAttributes({ alt: value })} />
          <Button size="small" onClick={() => updateAttributes({ width: width === "full" ? "small" : "full" })}>
            {t(width === "full" ? "makeSmall" : "makeFull")}
          </Button>
          <Button size="small" danger onClick={() => deleteNode()}>
            {t("remove")}
          </Button>
        </div>
      )}
    </NodeViewWrapper>
  );
}

function PictureImage({ mediaId, alt, isSelected }: { mediaId: string; alt: string; isSelected: boolean }) {
  const t = useTranslations("editor.picture");
  const { branch, shelf } = useEditorMedia();
  const [isBroken, setBroken] = useState(false);
  const media = useSyncExternalStore(shelf.subscribe, shelf.snapshot, shelf.snapshot).get(mediaId);
  const file = widthFileName(nearestWidth(media?.widths ?? [], shownWidth) ?? shownWidth);
  if (isBroken) {
    return <p className="border border-dashed border-line-strong py-8 text-base text-ink-soft">{t("broken")}</p>;
  }
  return (
    <img
      src={mediaPreviewPath(branch, mediaId, file)}
      alt={alt}
      width={media?.width ?? undefined}
      height={media?.height ?? undefined}
      onError={() => setBroken(true)}
      className={`h-auto ${isSelected ? "outline-3 outline-offset-2 outline-brand" : ""}`}
    />
  );
}

type FieldProps = { value: string; onChange: (value: string) => void };

function CaptionField({ value, onChange }: FieldProps) {
  const t = useTranslations("editor.picture");
  return (
    <input
      className="picture-caption"
      value={value}
      maxLength={bodyLimits.captionCharsMax}
      placeholder={t("captionPlaceholder")}
      aria-label={t("caption")}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Asked for at once when a picture has just come in. */
function AltField({ mediaId, value, onChange }: FieldProps & { mediaId: string }) {
  const t = useTranslations("editor.picture");
  const id = useId();
  const { shelf } = useEditorMedia();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (shelf.takeAltQuestion(mediaId)) input.current?.focus();
  }, [shelf, mediaId]);
  return (
    <span className="flex min-w-60 flex-1 items-center gap-2">
      <label
        htmlFor={id}
        className={`shrink-0 text-[13px] ${value === "" ? "font-medium text-waiting" : "text-ink-soft"}`}
      >
        {t("alt")}
      </label>
      <input
        ref={input}
        id={id}
        value={value}
        maxLength={bodyLimits.altCharsMax}
        placeholder={t("altPlaceholder")}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 min-w-0 flex-1 rounded border border-line-strong bg-surface px-2 text-[13px]"
      />
    </span>
  );
}
