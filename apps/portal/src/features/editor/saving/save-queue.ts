import {
  isSaved,
  nextSaveState,
  openingState,
  wantsSave,
  type SaveEvent,
  type SaveState,
  type SaveTrouble,
  type StoredText,
} from "./save-state.ts";

/** Milliseconds: after the last keystroke; at the latest while someone types on; between tries while the server is away. */
export const saveTimings = {
  pause: 1_500,
  longest: 10_000,
  retries: [2_000, 4_000, 8_000, 15_000, 30_000],
} as const;

type Timer = ReturnType<typeof setTimeout>;

export type SaveQueueOptions = {
  readonly stored: StoredText;
  /** Sends the text as it is when called, on top of what is stored. */
  readonly save: (stored: StoredText) => Promise<StoredText>;
  readonly troubleOf: (error: unknown) => Exclude<SaveTrouble, { kind: "away" }> | { kind: "away" };
};

/** Saves a text some moments after each change: one request at a time, each on top of the version the last one made. */
export class SaveQueue {
  readonly #options: SaveQueueOptions;
  readonly #listeners = new Set<() => void>();
  #state: SaveState;
  #underway: Promise<void> | null = null;
  #pause: Timer | undefined;
  #longest: Timer | undefined;
  #retry: Timer | undefined;
  #awayAttempts = 0;
  #isRunning = false;

  constructor(options: SaveQueueOptions) {
    this.#options = options;
    this.#state = openingState(options.stored);
  }

  readonly getState = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Timers run from here to `stop`; a request under way at that moment is not taken back. */
  start(): void {
    this.#isRunning = true;
    if (wantsSave(this.#state)) this.#waitForPause();
  }

  stop(): void {
    this.#isRunning = false;
    this.#clearTimers();
  }

  /** The text changed. */
  edited(): void {
    this.#move({ type: "edited" });
    if (this.#state.trouble === null) this.#waitForPause();
  }

  /** Saves what there is now; false when something stands in the way. */
  async flush(): Promise<boolean> {
    this.#move({ type: "resumed" });
    while (this.#underway !== null || wantsSave(this.#state)) await this.#send();
    return isSaved(this.#state);
  }

  /** Tries again at once what waits for the server. */
  resume(): Promise<void> {
    this.#move({ type: "resumed" });
    return this.#send();
  }

  /** The server's version moved with this editor's knowledge; what is unsaved is saved on top of it. */
  adopt(version: number): void {
    this.#move({ type: "adopted", version });
    if (wantsSave(this.#state)) void this.#send();
  }

  #move(event: SaveEvent): void {
    const next = nextSaveState(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #send(): Promise<void> {
    this.#clearTimers();
    if (this.#underway !== null) return this.#underway;
    if (!wantsSave(this.#state)) return Promise.resolve();
    this.#move({ type: "sent" });
    this.#underway = this.#options.save(this.#state.stored).then(
      (stored) => this.#succeed(stored),
      (error: unknown) => this.#fail(error),
    );
    return this.#underway;
  }

  #succeed(stored: StoredText): void {
    this.#underway = null;
    this.#awayAttempts = 0;
    this.#move({ type: "saved", stored });
    if (!isSaved(this.#state)) this.#waitForPause();
  }

  #fail(error: unknown): void {
    this.#underway = null;
    const trouble = this.#options.troubleOf(error);
    if (trouble.kind !== "away") return this.#move({ type: "failed", trouble });
    const wait = saveTimings.retries[Math.min(this.#awayAttempts, saveTimings.retries.length - 1)];
    this.#awayAttempts += 1;
    this.#move({ type: "failed", trouble: { kind: "away", attempt: this.#awayAttempts } });
    if (this.#isRunning) this.#retry = setTimeout(() => void this.resume(), wait);
  }

  #waitForPause(): void {
    if (!this.#isRunning) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#send(), saveTimings.pause);
    this.#longest ??= setTimeout(() => void this.#send(), saveTimings.longest);
  }

  #clearTimers(): void {
    for (const timer of [this.#pause, this.#longest, this.#retry]) clearTimeout(timer);
    this.#pause = this.#longest = this.#retry = undefined;
  }
}
