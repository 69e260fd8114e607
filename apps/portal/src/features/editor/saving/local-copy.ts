import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { forgetOldDrafts, readLocalDraft, removeLocalDraft, writeLocalDraft, type LocalDraft } from "./local-drafts.ts";

/** Milliseconds between a change and its copy on the device. */
const writePause = 300;

/** Keeps one article's text on the device until the server has it. Where the browser keeps nothing, it says so and is quiet. */
export class LocalCopy {
  readonly #key: string;
  readonly #content: () => ArticleContent;
  readonly #tab = crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #works = true;

  constructor(key: string, content: () => ArticleContent) {
    this.#key = key;
    this.#content = content;
  }

  readonly works = (): boolean => this.#works;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What was left behind on this device, if anything; also the moment to forget what nobody came back for. */
  async open(now: Date): Promise<LocalDraft | undefined> {
    return this.#attempt(async () => {
      await forgetOldDrafts(now);
      return readLocalDraft(this.#key);
    });
  }

  /** The text changed: a moment later it is on the device. */
  write(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const draft = { key: this.#key, tab: this.#tab, content: this.#content(), changedAt: new Date() };
      void this.#attempt(() => writeLocalDraft(draft));
    }, writePause);
  }

  /** The server has it all. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#attempt(() => removeLocalDraft(this.#key, this.#tab));
  }

  /** Throws away what another visit left behind. */
  discard(draft: LocalDraft): void {
    void this.#attempt(() => removeLocalDraft(this.#key, draft.tab));
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch {
      this.#works = false;
      for (const listener of this.#listeners) listener();
      return undefined;
    }
  }
}
