import { describe, expect, test } from "vitest";
import { assertNewPassword, normalisePassword, passwordWeakness } from "./passwords.ts";

describe("passwordWeakness", () => {
  test.each([
    ["short", "tooShort"],
    ["九个字不够长啊真的", "tooShort"],
    ["secretary.jichu", "likeLoginName"],
    ["Secretary-JICHU", "likeLoginName"],
    ["aaaaaaaaaaaa", "tooCommon"],
    ["abcdefghijkl", "tooCommon"],
    ["9876543210", "tooCommon"],
    ["Password123", "tooCommon"],
    ["admin@123456", "tooCommon"],
    ["!!!!!!!!!!!!", "tooCommon"],
  ])("%s is %s", (password, weakness) => {
    expect(passwordWeakness(password, "secretary.jichu")).toBe(weakness);
  });

  test.each(["correct horse battery", "十个汉字就可以作为密码", "Kx7#mq29!pLw", "春江潮水连海平海上明月"])(
    "%s will do",
    (password) => {
      expect(passwordWeakness(password, "secretary.jichu")).toBeNull();
    },
  );
});

test("full-width and half-width forms are one password", () => {
  expect(normalisePassword("Ａｂｃ１２３")).toBe("Abc123");
});

test("a new password is not the old one, nor its full-width twin", () => {
  const change = (newPassword: string) => () =>
    assertNewPassword({ currentPassword: "Kx7#mq29!pLw", newPassword, loginName: "wang" });
  expect(change("Kx7#mq29!pLw")).toThrow(expect.objectContaining({ code: "INVALID", reason: "password.unchanged" }));
  expect(change("Ｋx7#mq29!pLw")).toThrow(expect.objectContaining({ reason: "password.unchanged" }));
  expect(change("short")).toThrow(expect.objectContaining({ reason: "password.tooShort", params: { min: 10 } }));
  expect(change("another long one")).not.toThrow();
});
