import { beforeEach, expect, test } from "vitest";
import { openBytes, openSecret, provideDataKeys, sealBytes, sealSecret } from "./secret-box.ts";

const about = "second_factor:one";

beforeEach(() => provideDataKeys(["the first key of these tests"]));

test("what was sealed opens, and no two sealings look alike", () => {
  const sealed = [sealSecret("秘密", about), sealSecret("秘密", about)];
  expect(new Set(sealed).size).toBe(2);
  for (const text of sealed) {
    expect(text).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/u);
    expect(openSecret(text, about)).toBe("秘密");
  }
});

test("in another place, changed, cut, or under another key it does not open", () => {
  const sealed = sealSecret("秘密", about);
  expect(() => openSecret(sealed, "second_factor:two")).toThrow();
  const last = sealed.at(-2) === "A" ? "B" : "A";
  expect(() => openSecret(`${sealed.slice(0, -2)}${last}${sealed.at(-1)}`, about)).toThrow();
  expect(() => openSecret(sealed.slice(0, 30), about)).toThrow();
  expect(() => openSecret("plain text", about)).toThrow();
  provideDataKeys(["another key"]);
  expect(() => openSecret(sealed, about)).toThrow("a key this process does not have");
});

test("a new key seals, the old one still opens", () => {
  const old = sealSecret("秘密", about);
  provideDataKeys(["a newer key", "the first key of these tests"]);
  expect(openSecret(old, about)).toBe("秘密");
  expect(sealSecret("秘密", about).split(".")[1]).not.toBe(old.split(".")[1]);
});

test("bytes open as they were, and not in another place, changed, cut or moved into a field", () => {
  const plain = Buffer.from([0, 46, 255, 118, 49, 46, 10, 13]);
  const sealed = sealBytes(plain, about);
  expect(sealed.includes(plain)).toBe(false);
  expect(openBytes(sealed, about).equals(plain)).toBe(true);
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
  for (const wrong of [changed, sealed.subarray(0, -1), sealed.subarray(0, 20), Buffer.from("plain"), Buffer.alloc(0)])
    expect(() => openBytes(wrong, about)).toThrow();
  expect(() => openBytes(sealed, "second_factor:two")).toThrow();
});
