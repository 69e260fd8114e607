import type { Readable } from "node:stream";

/** Bytes and how many there are, so that an answer can carry its length. */
export type StoredObject = { stream: Readable; size: number };

/** Where files live. Keys are ASCII, made of ids and fixed words; what people call a file stands in the database. */
export type Storage = {
  put(key: string, content: Uint8Array | { path: string }): Promise<void>;
  /** `null` when there is nothing under the key. */
  get(key: string): Promise<StoredObject | null>;
  exists(key: string): Promise<boolean>;
  /** Removes one file; nothing there is no error. */
  delete(key: string): Promise<void>;
  /** Removes everything below a folder (no trailing slash). */
  deleteFolder(folder: string): Promise<void>;
  /** Names of the folders directly below a folder (no trailing slash). */
  listFolders(folder: string): AsyncIterable<string>;
};

/** The server and Next's bundle hold two copies of this module; the storage is one per process all the same. */
const slot = Symbol.for("zhibu.storage");
type Holder = { [slot]?: Storage };

/** Makes a storage the process's own; `startStorage` does so at start. */
export function setStorage(storage: Storage): void {
  (globalThis as Holder)[slot] = storage; // A symbol of ours on the global object.
}

/** @throws Error when the process was started without a storage. */
export function getStorage(): Storage {
  const storage = (globalThis as Holder)[slot]; // A symbol of ours on the global object.
  if (!storage) throw new Error("the storage is not configured");
  return storage;
}

const keyShape = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\/[a-z0-9-]+(?:\.[a-z0-9]+)?$/u;

/**
 * Joins the parts of a key.
 * @throws Error for anything but ids and fixed words: a name from outside must never become a path.
 */
export function storageKey(...parts: readonly string[]): string {
  const key = parts.join("/");
  if (!keyShape.test(key)) throw new Error("not a storage key");
  return key;
}
