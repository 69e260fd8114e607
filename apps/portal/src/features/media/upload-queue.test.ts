import { expect, test, vi } from "vitest";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { kindOfFile, UploadError, type UploadRequest } from "./upload-file.ts";
import { uploadQueue } from "./upload-queue.ts";

const file = (name: string) => new File(["x"], name);
const item = (name: string) => ({ id: name, name }) as MediaItem;

/** A sender whose answers the test gives. */
function heldSender() {
  const held: { request: UploadRequest; answer: (item: MediaItem) => void; fail: (error: Error) => void }[] = [];
  const send = (request: UploadRequest) => {
    const { promise, resolve, reject } = Promise.withResolvers<MediaItem>();
    request.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    held.push({ request, answer: resolve, fail: reject });
    return promise;
  };
  return { held, send };
}

function newQueue() {
  const { held, send } = heldSender();
  const onUploaded = vi.fn();
  const queue = uploadQueue({ branch: "jichu", send });
  queue.handTo(onUploaded);
  return { held, onUploaded, queue };
}

test("two travel at a time, the rest wait for their turn, what arrived is handed on", async () => {
  const { held, onUploaded, queue } = newQueue();
  queue.add([file("1.png"), file("2.png"), file("3.pdf")]);
  expect(queue.tasks().map((task) => task.state.step)).toEqual(["sending", "sending", "waiting"]);
  held[0]?.request.onProgress?.(0.5);
  expect(queue.tasks()[0]?.state).toEqual({ step: "sending", share: 0.5 });

  held[0]?.answer(item("1.png"));
  await vi.waitFor(() => expect(held).toHaveLength(3));
  expect(onUploaded).toHaveBeenCalledExactlyOnceWith(item("1.png"));
  expect(queue.tasks().map((task) => task.file.name)).toEqual(["2.png", "3.pdf"]);
  expect(held[2]?.request.kind).toBe("attachment");
});

test("one failure stays with its reason and stops nobody else; it can be tried again", async () => {
  const { held, queue } = newQueue();
  queue.add([file("1.png"), file("2.png")]);
  held[0]?.fail(new UploadError("media.pictureBroken", {}, 400));
  await vi.waitFor(() => expect(queue.tasks()[0]?.state.step).toBe("failed"));
  expect(queue.tasks()[1]?.state.step).toBe("sending");
  const [failed] = queue.tasks();
  expect(failed?.state).toMatchObject({ error: { reason: "media.pictureBroken" } });
  queue.retry(failed?.id ?? 0);
  expect(held).toHaveLength(3);
});

test("a removed one is stopped, and so is everything when the screen is left", async () => {
  const { held, queue } = newQueue();
  queue.add([file("1.png"), file("2.png"), file("3.png")]);
  queue.remove(queue.tasks()[0]?.id ?? 0);
  expect(held[0]?.request.signal?.aborted).toBe(true);
  await vi.waitFor(() => expect(held).toHaveLength(3));
  queue.stop();
  expect(held.every(({ request }) => request.signal?.aborted)).toBe(true);
  expect(queue.tasks()).toEqual([]);
});

test.each([
  ["照片.JPG", "", "picture"],
  ["通知.pdf", "", "attachment"],
  ["图标.svg", "image/svg+xml", "picture"],
  ["程序.exe", "", "attachment"],
])("%s goes among the %s", (name, type, kind) => {
  expect(kindOfFile(new File([], name, { type }))).toBe(kind);
});
