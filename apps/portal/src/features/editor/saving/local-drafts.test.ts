import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import {
  draftKey,
  forgetOldDrafts,
  readLocalDraft,
  removeLocalDraft,
  writeLocalDraft,
  type LocalDraft,
} from "./local-drafts.ts";

const content = { title: "甲" } as LocalDraft["content"];
const at = (iso: string) => new Date(iso);

test("a draft is found again by its writer only, and goes when its own tab has saved", async () => {
  const key = draftKey("u1", "jichu", "a1");
  await writeLocalDraft({ key, content, changedAt: at("2026-11-23T06:00:00Z"), tab: "one" });
  expect(await readLocalDraft(draftKey("u2", "jichu", "a1"))).toBeUndefined();
  expect(await readLocalDraft(key)).toMatchObject({ content, changedAt: at("2026-11-23T06:00:00Z") });
  await removeLocalDraft(key, "two");
  expect(await readLocalDraft(key)).toBeDefined();
  await removeLocalDraft(key, "one");
  expect(await readLocalDraft(key)).toBeUndefined();
});

test("drafts nobody came back for are forgotten", async () => {
  await writeLocalDraft({ key: "old", content, changedAt: at("2026-01-01T00:00:00Z"), tab: "t" });
  await writeLocalDraft({ key: "new", content, changedAt: at("2026-11-01T00:00:00Z"), tab: "t" });
  await forgetOldDrafts(at("2026-11-23T00:00:00Z"));
  expect(await readLocalDraft("old")).toBeUndefined();
  expect(await readLocalDraft("new")).toBeDefined();
});
