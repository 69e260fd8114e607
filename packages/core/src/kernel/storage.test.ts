import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "./storage-open.ts";
import { storageKey, type Storage } from "./storage.ts";

const tenant = "0192f0a0-0000-7000-8000-000000000001";
const item = "0192f0a0-0000-7000-8000-00000000000a";
const other = "0192f0a0-0000-7000-8000-00000000000b";

let folder: string;
let s3: InstanceType<typeof S3rver>;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-storage-"));
  s3 = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: path.join(folder, "s3"),
    configureBuckets: [{ name: "zhibu", configs: [] }],
  });
  ({ port } = await s3.run());
});

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const storages: Record<string, () => Promise<Storage>> = {
  disk: () => openStorage({ type: "disk", folder: path.join(folder, "disk") }),
  S3: () =>
    openStorage({
      type: "s3",
      bucket: "zhibu",
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    }),
};

async function read(storage: Storage, key: string): Promise<Buffer | null> {
  const found = await storage.get(key);
  if (!found) return null;
  const bytes = await buffer(found.stream);
  expect(bytes.length).toBe(found.size);
  return bytes;
}

async function foldersOf(storage: Storage, folder: string): Promise<string[]> {
  return (await Array.fromAsync(storage.listFolders(folder))).toSorted();
}

describe.each(Object.entries(storages))("on %s", (_name, open) => {
  test("what was put comes back byte for byte, from memory and from a file", async () => {
    const storage = await open();
    // Large enough that the S3 client streams it in several chunks.
    const bytes = Buffer.alloc(3_000_000, "zhibu 支部 ");
    const file = path.join(folder, "upload.bin");
    await writeFile(file, bytes);
    await storage.put(storageKey(tenant, item, "w480.webp"), bytes.subarray(0, 1_000));
    await storage.put(storageKey(tenant, item, "original"), { path: file });

    expect(await read(storage, storageKey(tenant, item, "w480.webp"))).toEqual(bytes.subarray(0, 1_000));
    const streamed = await read(storage, storageKey(tenant, item, "original"));
    expect(streamed?.equals(await readFile(file))).toBe(true);
    expect(await storage.exists(storageKey(tenant, item, "original"))).toBe(true);
  });

  test("what is not there is null, not an error", async () => {
    const storage = await open();
    expect(await storage.get(storageKey(tenant, other, "original"))).toBeNull();
    expect(await storage.get(storageKey(tenant, item, "original", "deeper"))).toBeNull();
    expect(await storage.exists(storageKey(tenant, other, "original"))).toBe(false);
    await storage.delete(storageKey(tenant, other, "original"));
    await storage.deleteFolder(storageKey(tenant, other));
  });

  test("a folder goes with everything in it and nothing beside it", async () => {
    const storage = await open();
    await storage.put(storageKey(tenant, item, "w480.webp"), Buffer.from("a"));
    await storage.put(storageKey(tenant, other, "w480.webp"), Buffer.from("b"));
    await storage.put(storageKey(tenant, other, "w960.webp"), Buffer.from("c"));
    expect(await foldersOf(storage, tenant)).toEqual([item, other]);

    await storage.deleteFolder(storageKey(tenant, other));
    expect(await foldersOf(storage, tenant)).toEqual([item]);
    await storage.delete(storageKey(tenant, item, "w480.webp"));
    expect(await storage.exists(storageKey(tenant, item, "w480.webp"))).toBe(false);
  });

  test("a tenant without files has no folders", async () => {
    expect(await foldersOf(await open(), "0192f0a0-0000-7000-8000-0000000000ff")).toEqual([]);
  });
});

test.each(["../secret", "a/../b", "a/b c", "a/支部", "/a", "a//b", "a/.hidden"])("%s is no key", (key) => {
  expect(() => storageKey(key)).toThrow("not a storage key");
});
