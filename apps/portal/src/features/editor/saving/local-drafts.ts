import type { ArticleContent } from "@zhibu/domain/articles/article-input";

/** A text that is on this device and perhaps nowhere else. */
export type LocalDraft = {
  /** Person, branch and article: two people at one computer don't see each other's. */
  readonly key: string;
  readonly content: ArticleContent;
  readonly changedAt: Date;
  /** The tab that wrote it: another tab's success says nothing about it. */
  readonly tab: string;
};

const databaseName = "zhibu-drafts";
const storeName = "drafts";
const daysKept = 60;

export function draftKey(userId: string, branch: string, articleId: string): string {
  return `${userId}/${branch}/${articleId}`;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.addEventListener("success", () => resolve(request.result));
  request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB request failed")));
  return promise;
}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function openDatabase(): Promise<IDBDatabase> {
  if (typeof indexedDB === "undefined") return Promise.reject(new Error("no IndexedDB"));
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(storeName, { keyPath: "key" }));
  return settled(request);
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const open = await database();
  return work(open.transaction(storeName, mode).objectStore(storeName));
}

/** @throws where the browser keeps nothing, as in some private windows: the caller says so. */
export async function readLocalDraft(key: string): Promise<LocalDraft | undefined> {
  // The store holds nothing but what `writeLocalDraft` put there.
  return inStore("readonly", (store) => settled(store.get(key) as IDBRequest<LocalDraft | undefined>));
}

export async function writeLocalDraft(draft: LocalDraft): Promise<void> {
  await inStore("readwrite", (store) => settled(store.put(draft)));
}

/** Removes a draft once the server has its text; another tab's stays. */
export async function removeLocalDraft(key: string, tab: string): Promise<void> {
  await inStore("readwrite", async (store) => {
    const draft = await settled(store.get(key) as IDBRequest<LocalDraft | undefined>); // As above.
    if (draft?.tab === tab) await settled(store.delete(key));
  });
}

/** Forgets drafts nobody came back for. */
export async function forgetOldDrafts(now: Date): Promise<void> {
  const oldest = now.getTime() - daysKept * 86_400_000;
  await inStore("readwrite", async (store) => {
    const drafts = await settled(store.getAll() as IDBRequest<LocalDraft[]>); // As above.
    await Promise.all(
      drafts.filter(({ changedAt }) => changedAt.getTime() < oldest).map(({ key }) => settled(store.delete(key))),
    );
  });
}
