import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { LocalCopy } from "./local-copy.ts";

const now = new Date();
const titled = (title: string) => ({ title }) as ArticleContent;

test("what was typed is found by the next visit, and gone once the server had it", async () => {
  const typing = new LocalCopy("u/b/a", () => titled("甲"));
  typing.write();
  const draft = await vi.waitFor(async () => {
    const found = await new LocalCopy("u/b/a", () => titled("")).open(now);
    if (found === undefined) throw new Error("not yet");
    return found;
  });
  expect(draft.content.title).toBe("甲");
  typing.clear();
  await vi.waitFor(async () => expect(await typing.open(now)).toBeUndefined());
});

test("a text saved before it was copied leaves no copy behind", async () => {
  const typing = new LocalCopy("u/b/quick", () => titled("甲"));
  typing.write();
  typing.clear();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await typing.open(now)).toBeUndefined();
});

test("what another visit left is thrown away on wish", async () => {
  const first = new LocalCopy("u/b/left", () => titled("甲"));
  first.write();
  const second = new LocalCopy("u/b/left", () => titled("乙"));
  const draft = await vi.waitFor(async () => {
    const found = await second.open(now);
    if (found === undefined) throw new Error("not yet");
    return found;
  });
  second.discard(draft);
  await vi.waitFor(async () => expect(await second.open(now)).toBeUndefined());
});

test("a browser that keeps nothing is said to", async () => {
  const copy = new LocalCopy("u/b/none", () => titled("甲"));
  const told = vi.fn<() => void>();
  copy.subscribe(told);
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("refused");
  });
  vi.resetModules();
  const { LocalCopy: Fresh } = await import("./local-copy.ts");
  const fresh = new Fresh("u/b/none", () => titled("甲"));
  fresh.subscribe(told);
  expect(await fresh.open(now)).toBeUndefined();
  expect(fresh.works()).toBe(false);
  expect(told).toHaveBeenCalledOnce();
});
