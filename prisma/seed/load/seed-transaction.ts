import { unsafePrisma } from "@zhibu/db/connection";
import type { Tx } from "@zhibu/db/scope";

/** Loading takes seconds where a use case takes milliseconds. */
const timeoutMs = 300_000;

/**
 * One long transaction under the office role: a college is there wholly or not at all, even when the seed is killed.
 * The bare client is used here because `withOffice` rightly gives no transaction minutes.
 */
export function inSeedTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return unsafePrisma().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('role', 'zhibu_office', true)`;
      return work(tx);
    },
    { timeout: timeoutMs },
  );
}
