import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openStorage } from "../../kernel/storage-open.ts";
import { setStorage } from "../../kernel/storage.ts";

/** Gives the test file a storage of its own on disk; called at its top. */
export function provideStorage(): void {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "zhibu-storage-"));
    setStorage(await openStorage({ type: "disk", folder }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
}
