import { expect, test, vi } from "vitest";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import type { EditedArticle } from "../../articles/article-data.ts";
import { contentOf } from "./article-content.ts";
import type { StoredText } from "./save-state.ts";
import { saveWithCare } from "./save-with-care.ts";

const conflict = new Error("conflict");
const savedAt = new Date("2026-11-23T06:00:00Z");
const later = new Date("2026-11-23T06:05:00Z");

function serverText(body: string, { number = 1, at = savedAt, version = 5, edit = true } = {}): EditedArticle {
  const revision = {
    number,
    savedAt: at,
    columnId: "c",
    title: "题",
    subtitle: "",
    summary: "",
    source: "",
    author: "",
    eventAt: null,
    coverId: null,
    body: doc(p(body)),
    pictures: [],
    attachments: [],
  };
  // Only what the function reads.
  return { article: { version }, revision, can: { edit } } as unknown as EditedArticle;
}

const mine = { ...contentOf(serverText("我的").revision), title: " 题 " };

function careful(newest: EditedArticle, failures = 1) {
  let calls = 0;
  const send = vi.fn<(version: number) => Promise<StoredText>>((version) => {
    calls += 1;
    return calls <= failures
      ? Promise.reject(conflict)
      : Promise.resolve({ version: version + 1, savedAt: later, revisionNumber: 2 });
  });
  const result = saveWithCare({
    stored: { version: 3, revisionNumber: 1, savedAt },
    content: mine,
    send,
    readNewest: () => Promise.resolve(newest),
    isConflict: (error) => error === conflict,
  });
  return { result, send };
}

test("somebody's text is the writer's to decide about", async () => {
  const { result, send } = careful(serverText("别人的", { number: 2, at: later }));
  await expect(result).rejects.toBe(conflict);
  expect(send).toHaveBeenCalledOnce();
});

test("another window of the same person counts as somebody", async () => {
  await expect(careful(serverText("另一窗口", { at: later })).result).rejects.toBe(conflict);
});

test("a save whose answer was lost is found, not repeated", async () => {
  const { result, send } = careful(serverText("我的", { number: 2, at: later, version: 4 }));
  expect(await result).toEqual({ version: 4, savedAt: later, revisionNumber: 2 });
  expect(send).toHaveBeenCalledOnce();
});

test("a version that moved without a text is followed", async () => {
  const { result, send } = careful(serverText("原来的"));
  expect(await result).toMatchObject({ version: 6 });
  expect(send.mock.calls).toEqual([[3], [5]]);
});

test("a text that may not be edited any more is not written over", async () => {
  await expect(careful(serverText("原来的", { edit: false })).result).rejects.toBe(conflict);
});

test("a conflict that can't be looked at stays a conflict", async () => {
  const save = saveWithCare({
    stored: { version: 3, revisionNumber: 1, savedAt },
    content: mine,
    send: () => Promise.reject(conflict),
    readNewest: () => Promise.reject(new Error("away")),
    isConflict: (error) => error === conflict,
  });
  await expect(save).rejects.toBe(conflict);
});

test("other failures pass through without a second look", async () => {
  const away = new Error("away");
  const readNewest = vi.fn<() => Promise<EditedArticle>>();
  const save = saveWithCare({
    stored: { version: 3, revisionNumber: 1, savedAt },
    content: mine,
    readNewest,
    send: () => Promise.reject(away),
    isConflict: (error) => error === conflict,
  });
  await expect(save).rejects.toBe(away);
  expect(readNewest).not.toHaveBeenCalled();
});
