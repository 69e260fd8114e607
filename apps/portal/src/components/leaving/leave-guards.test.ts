import { expect, test, vi } from "vitest";
import { type LeaveGuard, leaveGuards } from "./leave-guards.ts";

const guard = (part: Partial<LeaveGuard>) => (): LeaveGuard => ({ isClean: () => false, loses: "会丢失。", ...part });

test("what is clean is neither settled nor asked about", async () => {
  const guards = leaveGuards();
  const settle = vi.fn(() => Promise.resolve(true));
  guards.add(guard({ isClean: () => true, settle }));
  expect(guards.areClean()).toBe(true);
  expect(await guards.settle()).toEqual([]);
  expect(settle).not.toHaveBeenCalled();
});

test("all that can be settled is, and the person hears of the rest alone, each loss once", async () => {
  const guards = leaveGuards();
  const settle = vi.fn(() => Promise.resolve(true));
  guards.add(guard({ settle, loses: "名单没有保存。" }));
  guards.add(guard({ settle: () => Promise.resolve(false), loses: "文件还在上传。" }));
  guards.add(guard({ loses: "文件还在上传。" }));
  guards.add(guard({ settle: () => Promise.reject(new Error("away")), loses: "设置没有保存。" }));
  expect(guards.areClean()).toBe(false);
  expect(await guards.settle()).toEqual(["文件还在上传。", "设置没有保存。"]);
  expect(settle).toHaveBeenCalledOnce();
});

test("what left the page, and what became clean, holds nobody up", () => {
  const guards = leaveGuards();
  let typed = true;
  guards.add(guard({ isClean: () => !typed }));
  const remove = guards.add(guard({}));
  remove();
  expect(guards.areClean()).toBe(false);
  typed = false;
  expect(guards.areClean()).toBe(true);
});
