import { expect, test } from "vitest";
import { ByteBoundedMap } from "./byte-bounded-map.ts";

test("what was not asked for goes first", () => {
  const map = new ByteBoundedMap<{ bytes: number }>(30);
  for (const key of ["a", "b", "c"]) map.set(key, { bytes: 10 });
  map.get("a");
  map.set("d", { bytes: 10 });
  expect(["a", "b", "c", "d"].filter((key) => map.get(key))).toEqual(["a", "c", "d"]);
  expect(map.bytes).toBe(30);
});

test("a value used in every round stays through a flood of others", () => {
  const map = new ByteBoundedMap<{ bytes: number }>(100);
  map.set("kept", { bytes: 10 });
  for (let index = 0; index < 1_000; index += 1) {
    expect(map.get("kept")).toBeDefined();
    map.set(`flood ${index}`, { bytes: 10 });
    expect(map.bytes).toBeLessThanOrEqual(100);
  }
});

test("a replaced value is weighed once, one too big is not kept, and nothing is left over", () => {
  const map = new ByteBoundedMap<{ bytes: number }>(30);
  map.set("a", { bytes: 10 });
  map.set("a", { bytes: 20 });
  expect(map.bytes).toBe(20);
  map.set("a", { bytes: 31 });
  expect([map.bytes, map.size]).toEqual([0, 0]);
});

test("a value that grows pushes others out; a replaced one no longer counts", () => {
  const map = new ByteBoundedMap<{ bytes: number }>(30);
  const growing = { bytes: 10 };
  map.set("old", { bytes: 10 });
  map.set("growing", growing);
  growing.bytes = 25;
  map.resized("growing", growing);
  expect([map.size, map.bytes]).toEqual([1, 25]);
  map.set("growing", { bytes: 5 });
  map.resized("growing", growing);
  expect(map.bytes).toBe(5);
});
