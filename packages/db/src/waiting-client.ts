import pg from "pg";

/**
 * A connection on which each query waits for the one before. Prisma loads the relations of one query side by side on
 * a transaction's single connection, which pg puts up with until version 9 and warns of until then.
 */
export class WaitingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...args: readonly unknown[]) => Promise<unknown>; // What all its forms share.
    let last: Promise<unknown> = Promise.resolve();
    const query = (...args: readonly unknown[]): Promise<unknown> => {
      // The pool's own queries come with a callback, one at a time.
      if (args.some((arg) => typeof arg === "function")) return send(...args);
      const sent = last.then(() => send(...args));
      last = sent.catch(() => undefined);
      return sent;
    };
    this.query = query as pg.Client["query"]; // Called in the same forms as before.
  }
}
