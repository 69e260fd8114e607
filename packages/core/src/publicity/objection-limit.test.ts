import { expect, test } from "vitest";
import { objectionLimit } from "./objection-limit.ts";

test("five objections go through from one address, however it is written, and from one IPv6 network", async () => {
  const admits = objectionLimit();
  for (const from of ["192.0.2.1", "::ffff:192.0.2.1", "192.0.2.1", "::ffff:c000:201", "192.0.2.1"])
    expect(await admits(from)).toBe(true);
  expect(await admits("::ffff:192.0.2.1")).toBe(false);
  expect(await admits("192.0.2.2")).toBe(true);
  for (const host of ["1", "2", "3", "4", "5"]) expect(await admits(`2001:db8:1:2::${host}`)).toBe(true);
  expect(await admits("2001:db8:1:2:a:b:c:d")).toBe(false);
  expect(await admits("2001:db8:1:3::1")).toBe(true);
});
