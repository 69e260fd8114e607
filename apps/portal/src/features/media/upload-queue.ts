import type { MediaItem } from "@zhibu/core/media/media-item";
import type { MediaKind, MediaPurpose } from "@zhibu/domain/media/file-formats";
import { kindOfFile, UploadError, type UploadRequest } from "./upload-file.ts";

export type UploadState =
  | { step: "waiting" }
  /** `share` from 0 to 1; at 1 the server is looking at the file. */
  | { step: "sending"; share: number }
  | { step: "failed"; error: UploadError };

export type UploadTask = { id: number; file: File; kind: MediaKind; state: UploadState };

export type UploadQueueOptions = {
  branch: string;
  purpose?: MediaPurpose | undefined;
  /** Sends one file: `uploadFile`. */
  send: (request: UploadRequest) => Promise<MediaItem>;
};

/** Two at a time: one travels while the server looks at the other. */
const parallelMax = 2;

/** Several files on their way, each with its progress and its own reason when it fails; what arrived leaves the list. */
export function uploadQueue({ branch, purpose, send }: UploadQueueOptions) {
  let tasks: readonly UploadTask[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const receivers = new Set<(item: MediaItem) => void>();
  const running = new Map<number, AbortController>();

  function set(next: readonly UploadTask[]): void {
    tasks = next;
    for (const listener of listeners) listener();
  }

  function move(id: number, state: UploadState): void {
    set(tasks.map((task) => (task.id === id ? { ...task, state } : task)));
  }

  function remove(id: number): void {
    running.get(id)?.abort();
    set(tasks.filter((task) => task.id !== id));
  }

  function startWaiting(): void {
    for (const task of tasks) {
      if (running.size >= parallelMax) return;
      if (task.state.step === "waiting" && !running.has(task.id)) void run(task);
    }
  }

  async function run({ id, file, kind }: UploadTask): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    move(id, { step: "sending", share: 0 });
    try {
      const onProgress = (share: number) => move(id, { step: "sending", share });
      const item = await send({ branch, kind, purpose, file, onProgress, signal: controller.signal });
      remove(id);
      for (const receive of receivers) receive(item);
    } catch (error) {
      if (controller.signal.aborted) return;
      move(id, { step: "failed", error: error instanceof UploadError ? error : new UploadError("unexpected", {}, 0) });
    } finally {
      running.delete(id);
      startWaiting();
    }
  }

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tasks: (): readonly UploadTask[] => tasks,
    /** Hands every file that arrives to `receive`, until the returned function is called. */
    handTo: (receive: (item: MediaItem) => void): (() => void) => {
      receivers.add(receive);
      return () => receivers.delete(receive);
    },
    /** Without a kind each file's own suffix decides. */
    add: (files: Iterable<File>, kind?: MediaKind): void => {
      const added = Array.from(files, (file): UploadTask => {
        lastId += 1;
        return { id: lastId, file, kind: kind ?? kindOfFile(file), state: { step: "waiting" } };
      });
      set([...tasks, ...added]);
      startWaiting();
    },
    retry: (id: number): void => {
      move(id, { step: "waiting" });
      startWaiting();
    },
    /** Stops a task and takes it off the list. */
    remove,
    /** Stops everything, for when the screen is left. */
    stop: (): void => {
      for (const controller of running.values()) controller.abort();
      set([]);
    },
  };
}

export type UploadQueue = ReturnType<typeof uploadQueue>;
