/** Does optional work one piece at a time, apart from requests; what does not fit into the backlog is left undone. */
export class BackgroundQueue {
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #backlogMax: number;
  readonly #failed: (error: unknown) => void;
  #busy = false;

  constructor(backlogMax: number, failed: (error: unknown) => void) {
    this.#backlogMax = backlogMax;
    this.#failed = failed;
  }

  offer(work: () => Promise<void>): void {
    if (this.#waiting.length >= this.#backlogMax) return;
    this.#waiting.push(work);
    if (!this.#busy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    for (let work = this.#waiting.shift(); work !== undefined; work = this.#waiting.shift()) {
      await work().catch(this.#failed);
    }
    this.#busy = false;
  }
}
