"use client";

import { UploadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { acceptedSuffixes, type MediaKind, type MediaPurpose } from "@zhibu/domain/media/file-formats";
import { bytesMax, inMegabytes } from "@zhibu/domain/media/media-limits";
import { UploadTaskRow } from "./upload-task-row.tsx";
import { useDroppedFiles } from "./use-dropped-files.ts";
import { useUploadQueue } from "./use-upload-queue.ts";

type UploadAreaProps = {
  branch: string;
  /** Without it both are taken, each file by its suffix. */
  kind?: MediaKind;
  /** What the files are for; the library unless said. */
  purpose?: MediaPurpose;
  /** Called for each file that arrived; the item may be one the branch had already. */
  onUploaded: (item: MediaItem) => void;
};

/** Takes files by button, by dropping and by pasting, and shows how far each one is. */
export function UploadArea({ branch, kind, purpose, onUploaded }: UploadAreaProps) {
  const t = useTranslations("media.upload");
  const input = useRef<HTMLInputElement>(null);
  const [arrived, setArrived] = useState("");
  const { queue, tasks } = useUploadQueue(
    branch,
    (item) => {
      setArrived(t("done", { name: item.name }));
      onUploaded(item);
    },
    purpose,
  );
  const { isOver, handlers } = useDroppedFiles((files) => queue.add(files, kind));

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    queue.add(target.files ?? [], kind);
    // The same file chosen again must count as a change.
    target.value = "";
  }

  return (
    <section
      aria-label={t("area")}
      {...handlers}
      className={`mb-4 rounded-lg border border-dashed px-4 py-4 transition-colors md:px-5 ${isOver ? "border-brand bg-brand-soft" : "border-line-strong bg-surface"}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
          {t(kind === undefined ? "choose" : kind === "picture" ? "choosePicture" : "chooseAttachment")}
        </Button>
        <p className="hidden text-ink-soft md:block">
          {isOver ? t("drop") : t(kind === "attachment" ? "hintAttachment" : "hint")}
        </p>
      </div>
      <Limits kind={kind} />
      <input ref={input} type="file" multiple hidden accept={accepted(kind)} onChange={choose} />
      {tasks.length > 0 && (
        <ul aria-label={t("list")} className="mt-3 divide-y divide-line border-t border-line">
          {tasks.map((task) => (
            <UploadTaskRow
              key={task.id}
              task={task}
              onRetry={() => queue.retry(task.id)}
              onRemove={() => queue.remove(task.id)}
            />
          ))}
        </ul>
      )}
      <output className="sr-only">{arrived}</output>
    </section>
  );
}

function accepted(kind: MediaKind | undefined): string {
  return kind === undefined
    ? `${acceptedSuffixes("picture")},${acceptedSuffixes("attachment")}`
    : acceptedSuffixes(kind);
}

function Limits({ kind }: { kind: MediaKind | undefined }) {
  const t = useTranslations("media.upload");
  return (
    <div className="mt-2 text-[13px] text-ink-soft">
      {kind !== "attachment" && <p>{t("pictures", { megabytes: inMegabytes(bytesMax.picture) })}</p>}
      {kind !== "picture" && <p>{t("attachments", { megabytes: inMegabytes(bytesMax.attachment) })}</p>}
    </div>
  );
}
