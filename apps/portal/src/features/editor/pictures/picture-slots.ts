/** What becomes of a slot; one that is not in the list lost its picture in a paste. */
export type SlotState =
  | { readonly step: "sending"; readonly name: string; readonly share: number }
  | { readonly step: "failed"; readonly file: File; readonly error: unknown };

/** The pictures on their way into the text, by slot. */
export class PictureSlots {
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<string, AbortController>();
  #states: ReadonlyMap<string, SlotState> = new Map();

  readonly snapshot = (): ReadonlyMap<string, SlotState> => this.#states;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(slotId: string, state: SlotState | null): void {
    const states = new Map(this.#states);
    if (state === null) states.delete(slotId);
    else states.set(slotId, state);
    this.#states = states;
    for (const listener of this.#listeners) listener();
  }

  /** A signal that ends when the slot is given up. */
  begin(slotId: string): AbortSignal {
    this.#running.get(slotId)?.abort();
    const controller = new AbortController();
    this.#running.set(slotId, controller);
    return controller.signal;
  }

  give(slotId: string): void {
    this.#running.get(slotId)?.abort();
    this.#running.delete(slotId);
    this.set(slotId, null);
  }

  stop(): void {
    for (const controller of this.#running.values()) controller.abort();
    this.#running.clear();
  }

  isBusy(): boolean {
    return [...this.#states.values()].some(({ step }) => step === "sending");
  }
}
