import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../kernel/app-error.ts";
import { cleanFileName, fileNameCharsMax, readFileName, storedFileName } from "./file-name.ts";

describe("what is left of a claimed name", () => {
  test.each([
    ["通知.pdf", "通知.pdf"],
    ["C:\\Users\\张三\\桌面\\通知.pdf", "通知.pdf"],
    ["../../etc/passwd", "passwd"],
    ["通知\u202Efdp.exe", "通知fdp.exe"],
    ["通\u0000知\n.pdf", "通知.pdf"],
    ["  通知   最终版 .pdf . ", "通知 最终版 .pdf"],
    ['a<b>:"|?*.pdf', "ab.pdf"],
    ["...", ""],
  ])("%j becomes %j", (claimed, kept) => {
    expect(cleanFileName(claimed)).toBe(kept);
  });
});

describe("what a name claims", () => {
  test.each([
    ["2026.11 党员名册.v2.xlsx", "attachment", "xlsx"],
    ["论文.docx.pdf", "attachment", "pdf"],
    ["IMG_0001.JPEG", "picture", "jpeg"],
    ["请示.WPS", "attachment", "doc"],
  ] as const)("%s is read as %s %s", (name, kind, format) => {
    expect(readFileName(name, kind).format).toBe(format);
  });

  test("whatever is claimed, the stored name is short, visible and ends in the suffix", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.constantFrom("pdf", "docx", "txt"),
        (stem, suffix) => {
          try {
            const claimed = readFileName(`x${stem}.${suffix}`, "attachment");
            const stored = storedFileName(claimed, claimed.format);
            return (
              stored.length <= fileNameCharsMax &&
              stored.endsWith(`.${suffix}`) &&
              stored.isWellFormed() &&
              !/[\p{Cc}\p{Cf}/\\]/u.test(stored)
            );
          } catch (error) {
            return error instanceof AppError && error.code === "INVALID";
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
