import pg from "pg";
import { WaitingClient } from "@zhibu/db/waiting-client";
import { BypassingClient } from "./bypassing-client.ts";
import type { College } from "./colleges.ts";

type Sides = Record<"bound" | "free", pg.Pool>;

/**
 * Two connections behind one client: one as the application, one as the owner, whom no policy binds. Transactions go
 * to the side that is set, so that both are measured in turns, with everything else the same.
 */
export class TwoSidedPool extends pg.Pool {
  side: keyof Sides = "bound";
  readonly #sides: Sides;

  constructor({ appUrl, ownerUrl }: College) {
    super({ connectionString: appUrl, max: 1 });
    this.#sides = {
      bound: new pg.Pool({ connectionString: appUrl, Client: WaitingClient, max: 1 }),
      // As the application's login is set up.
      free: new pg.Pool({ connectionString: ownerUrl, Client: BypassingClient, max: 1, options: "-c jit=off" }),
    };
    // Of its two forms the adapter uses the one without a callback.
    this.connect = (() => this.#sides[this.side].connect()) as typeof this.connect;
  }

  async endAll(): Promise<void> {
    await Promise.all([this.#sides.bound.end(), this.#sides.free.end(), this.end()]);
  }
}
