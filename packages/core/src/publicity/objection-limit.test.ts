import { expect, test } from "vitest";
import { objectionLimit, receiptLimit } from "./objection-limit.ts";

test.each([
  ["objections", objectionLimit, 5],
  ["receipt numbers", receiptLimit, 30],
])("of %s one address is let through so many, and another one just the same", async (_what, limit, points) => {
  const admits = limit();
  const answers = await Promise.all(Array.from({ length: points }, () => admits("192.0.2.1")));
  expect(answers).not.toContain(false);
  expect(await admits("192.0.2.1")).toBe(false);
  expect(await admits("192.0.2.2")).toBe(true);
});
