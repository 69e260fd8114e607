import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doc, p } from "@zhibu/domain/articles/document/build-body";
import { ArticleDraft, settlePause } from "./article-draft.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open() {
  const content = {
    ...{ columnId: "c", title: "题", subtitle: "", summary: "", source: "", author: "" },
    ...{ eventAt: null, coverId: null, attachmentIds: [], body: doc(p("开头")) },
  };
  const draft = new ArticleDraft(content, doc(p("开头")));
  const edits = vi.fn<() => void>();
  const views = vi.fn<() => void>();
  draft.onEdit(edits);
  draft.subscribe(views);
  return { draft, edits, views };
}

test("each change counts as an edit at once; the body is read again when typing pauses", () => {
  const { draft, edits, views } = open();
  draft.takeBodyFrom(() => doc(p("改过")) as object);
  draft.bodyChanged();
  draft.bodyChanged();
  expect(edits).toHaveBeenCalledTimes(2);
  expect(views).not.toHaveBeenCalled();
  expect(draft.body()).toEqual(doc(p("开头")));
  expect(draft.content().body).toEqual(doc(p("改过")));
  vi.advanceTimersByTime(settlePause);
  expect(views).toHaveBeenCalledOnce();
  expect(draft.body()).toEqual(doc(p("改过")));
});

test("a field is seen and saved at once", () => {
  const { draft, edits, views } = open();
  draft.change({ title: "新题" });
  expect(draft.fields().title).toBe("新题");
  expect(edits).toHaveBeenCalledOnce();
  expect(views).toHaveBeenCalledOnce();
});

test("a body the server would refuse is not what the checks go by", () => {
  const { draft } = open();
  draft.takeBodyFrom(() => ({ type: "doc", content: [{ type: "iframe" }] }));
  expect(draft.freshBody()).toEqual(doc(p("开头")));
});
