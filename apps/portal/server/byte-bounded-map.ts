/** What a cache holds; `bytes` may change while it is held, as long as the map is told through `resized`. */
export type Sized = { readonly bytes: number };

type Entry<V> = { value: V; bytes: number; used: boolean };

/**
 * A map that forgets, once its values weigh more than `bytesMax`, what was not asked for: the oldest first, but what was
 * used since its last turn gets another round ("second chance"). So a hit costs one flag, where a strict LRU would
 * rearrange the map each time.
 */
export class ByteBoundedMap<V extends Sized> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #bytesMax: number;
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    entry.used = true;
    return entry.value;
  }

  /** Keeps the value; one that is bigger than the whole map is not kept at all. */
  set(key: string, value: V): void {
    this.delete(key);
    if (value.bytes > this.#bytesMax) return;
    this.#entries.set(key, { value, bytes: value.bytes, used: false });
    this.#bytes += value.bytes;
    this.#evict();
  }

  /** Weighs a value again after it grew or shrank; a value replaced meanwhile is ignored. */
  resized(key: string, value: V): void {
    const entry = this.#entries.get(key);
    if (entry?.value !== value) return;
    this.#bytes += value.bytes - entry.bytes;
    entry.bytes = value.bytes;
    this.#evict();
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  #evict(): void {
    // Ends: each round clears flags, and what comes round again without one goes.
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#bytesMax) return;
      if (!entry.used) {
        this.delete(key);
        continue;
      }
      entry.used = false;
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
  }
}
