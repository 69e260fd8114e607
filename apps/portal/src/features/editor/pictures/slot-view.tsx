"use client";

import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useRef, useSyncExternalStore } from "react";
import { acceptedSuffixes } from "@zhibu/domain/media/file-formats";
import { UploadError } from "../../media/upload-file.ts";
import { useReasonText } from "../../media/use-reason-text.ts";
import { PictureSlot } from "../document/picture-slot-node.ts";
import { useEditorMedia } from "./editor-media.tsx";
import type { SlotState } from "./picture-slots.ts";

export const PictureSlotWithView = PictureSlot.extend({
  addNodeView() {
    return ReactNodeViewRenderer(SlotView);
  },
});

/** A picture on its way, one that was refused, or one a paste could not bring along: each says what to do. */
function SlotView({ node, deleteNode }: NodeViewProps) {
  const t = useTranslations("editor.slot");
  const { slots, fillSlot } = useEditorMedia();
  const input = useRef<HTMLInputElement>(null);
  const slotId = String(node.attrs["slotId"]);
  const state = useSyncExternalStore(slots.subscribe, slots.snapshot, slots.snapshot).get(slotId);
  const isSending = state?.step === "sending";
  return (
    <NodeViewWrapper className="picture-slot">
      <SlotWords state={state} />
      <span className="flex flex-wrap justify-center gap-2">
        {!isSending && (
          <Button size="small" onClick={() => input.current?.click()}>
            {t("choose")}
          </Button>
        )}
        {state?.step === "failed" && (
          <Button size="small" onClick={() => fillSlot(slotId, state.file)}>
            {t("retry")}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            slots.give(slotId);
            deleteNode();
          }}
        >
          {t(isSending ? "cancel" : "remove")}
        </Button>
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptedSuffixes("picture")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) fillSlot(slotId, file);
        }}
      />
    </NodeViewWrapper>
  );
}

function SlotWords({ state }: { state: SlotState | undefined }) {
  const t = useTranslations("editor.slot");
  const reasonText = useReasonText();
  if (state === undefined) return <p>{t("missing")}</p>;
  if (state.step === "failed") {
    const error = state.error instanceof UploadError ? state.error : new UploadError("unexpected", {}, null);
    return <p className="text-bad">{reasonText(error)}</p>;
  }
  const percent = Math.round(state.share * 100);
  return (
    <>
      <p>{percent < 100 ? t("sending", { name: state.name, percent }) : t("looking", { name: state.name })}</p>
      <progress
        value={percent}
        max={100}
        aria-label={t("progress", { name: state.name })}
        className="h-1.5 w-full max-w-72 accent-brand"
      />
    </>
  );
}
