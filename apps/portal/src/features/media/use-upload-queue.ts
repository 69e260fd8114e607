"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { MediaItem } from "@zhibu/core/media/media-item";
import type { MediaPurpose } from "@zhibu/domain/media/file-formats";
import { useLeaveGuard } from "../../components/leaving/use-leave-guard.ts";
import { uploadFile } from "./upload-file.ts";
import { uploadQueue, type UploadQueue, type UploadTask } from "./upload-queue.ts";

const nothing: readonly UploadTask[] = [];

/** An upload queue that lives as long as the component; leaving the page while files travel asks first. */
export function useUploadQueue(
  branch: string,
  onUploaded: (item: MediaItem) => void,
  purpose?: MediaPurpose,
): { queue: UploadQueue; tasks: readonly UploadTask[] } {
  const t = useTranslations("media");
  const [queue] = useState(() => uploadQueue({ branch, purpose, send: uploadFile }));
  const tasks = useSyncExternalStore(queue.subscribe, queue.tasks, () => nothing);
  useEffect(() => queue.handTo(onUploaded), [queue, onUploaded]);
  useEffect(() => () => queue.stop(), [queue]);

  const isBusy = tasks.some((task) => task.state.step !== "failed");
  useLeaveGuard({ isClean: () => !isBusy, loses: t("leaving") });

  return { queue, tasks };
}
