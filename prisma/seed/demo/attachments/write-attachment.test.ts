import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectUpload } from "@zhibu/core/media/inspect-upload";
import { readFileName } from "@zhibu/domain/media/file-name";
import { writeAttachment } from "./write-attachment.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-seed-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(["form", "plan", "rubric"] as const)("%s passes as an upload", async (kind) => {
  const { name, content } = writeAttachment(kind);
  const file = path.join(folder, kind);
  await writeFile(file, content);
  expect(await inspectUpload(file, readFileName(name, "attachment"))).toEqual({ format: "docx", name });
});
