import { expect, test } from "vitest";
import { fileKind, fileSize } from "./file-facts.ts";

test.each([
  [0, "0 B"],
  [812, "812 B"],
  [65_536, "64 KB"],
  [3_355_443, "3.2 MB"],
  [41_943_040, "40 MB"],
  [5_368_709_120, "5.0 GB"],
])("%i bytes read %s", (bytes, text) => expect(fileSize(bytes)).toBe(text));

test.each([
  ["docx", "doc"],
  ["ET", "sheet"],
  ["pdf", "pdf"],
  ["txt", "other"],
] as const)("a .%s file is called %s", (suffix, kind) => expect(fileKind(suffix)).toBe(kind));
