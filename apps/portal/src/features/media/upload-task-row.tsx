"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { fileSize } from "./file-size.ts";
import type { UploadTask } from "./upload-queue.ts";
import { useReasonText } from "./use-reason-text.ts";

type UploadTaskRowProps = { task: UploadTask; onRetry: () => void; onRemove: () => void };

/** One file on its way: how far it is, or why it was not taken and what can be done. */
export function UploadTaskRow({ task, onRetry, onRemove }: UploadTaskRowProps) {
  const t = useTranslations("media.upload");
  const reasonText = useReasonText();
  const { file, state } = task;
  const failed = state.step === "failed";
  // Nothing was sent of a file that is not allowed: sending it again helps nobody.
  const canRetry = failed && state.error.status !== null && state.error.status !== 400;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex items-baseline gap-2">
          <span className="truncate font-medium">{file.name}</span>
          <span className="shrink-0 text-[13px] text-ink-soft">{fileSize(file.size)}</span>
        </div>
        {failed ? (
          <p role="alert" className="text-bad">
            {reasonText(state.error)}
          </p>
        ) : (
          <UploadProgress task={task} />
        )}
      </div>
      <div className="flex gap-2">
        {canRetry && (
          <Button size="small" onClick={onRetry} aria-label={t("retryNamed", { name: file.name })}>
            {t("retry")}
          </Button>
        )}
        <Button
          size="small"
          onClick={onRemove}
          aria-label={t(failed ? "removeNamed" : "cancelNamed", { name: file.name })}
        >
          {t(failed ? "remove" : "cancel")}
        </Button>
      </div>
    </li>
  );
}

function UploadProgress({ task: { file, state } }: { task: UploadTask }) {
  const t = useTranslations("media.upload");
  const share = state.step === "sending" ? state.share : 0;
  const words =
    state.step === "waiting"
      ? t("waiting")
      : share < 1
        ? t("sending", { percent: Math.floor(share * 100) })
        : t("checking");
  return (
    <div className="flex items-center gap-3">
      {state.step === "sending" && (
        <progress
          aria-label={t("progress", { name: file.name })}
          max={1}
          {...(share < 1 ? { value: share } : {})}
          className="h-1.5 w-full max-w-72 appearance-none overflow-hidden rounded-full bg-neutral-soft indeterminate:animate-pulse [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-neutral-soft indeterminate:[&::-webkit-progress-bar]:bg-brand [&::-webkit-progress-value]:bg-brand"
        />
      )}
      <span className="shrink-0 text-[13px] text-ink-soft">{words}</span>
    </div>
  );
}
