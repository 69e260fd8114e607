import type { ArticleRevision } from "../../articles/article-data.ts";

/** What the editor knows of a file of the library. */
export type ShelfMedia = Pick<
  ArticleRevision["pictures"][number],
  "id" | "name" | "ext" | "bytes" | "width" | "height" | "widths" | "alt" | "source" | "reading"
>;

/** The files an article uses or has just been given, by id; the document itself holds ids only. */
export class MediaShelf {
  readonly #listeners = new Set<() => void>();
  #media: ReadonlyMap<string, ShelfMedia>;
  /** Pictures put in a moment ago whose alternative text is still to be asked for. */
  readonly #fresh = new Set<string>();

  constructor(media: readonly ShelfMedia[]) {
    this.#media = new Map(media.map((item) => [item.id, item]));
  }

  readonly snapshot = (): ReadonlyMap<string, ShelfMedia> => this.#media;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(items: readonly ShelfMedia[]): void {
    this.#media = new Map([...this.#media, ...items.map((item) => [item.id, item] as const)]);
    for (const listener of this.#listeners) listener();
  }

  askForAlt(mediaId: string): void {
    this.#fresh.add(mediaId);
  }

  /** Whether to ask now; asked once. */
  takeAltQuestion(mediaId: string): boolean {
    return this.#fresh.delete(mediaId);
  }
}
