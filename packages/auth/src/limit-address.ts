import { RateLimiterMemory } from "rate-limiter-flexible";

/**
 * Failed sign-ins from one address: generous, for a whole campus may sit behind one; kept per process,
 * because the lock of the name, in the database, is the one that counts across instances.
 */
export function createAddressLimit(points = 100, windowMinutes = 15) {
  const limiter = new RateLimiterMemory({ points, duration: windowMinutes * 60 });
  return {
    /** Minutes until the address may try again, or `null` when it may now. */
    async blockedMinutes(address: string): Promise<number | null> {
      const state = await limiter.get(address);
      if (!state || state.consumedPoints < points) return null;
      return Math.max(1, Math.ceil(state.msBeforeNext / 60_000));
    },
    async countFailure(address: string): Promise<void> {
      await limiter.penalty(address);
    },
  };
}

export type AddressLimit = ReturnType<typeof createAddressLimit>;
