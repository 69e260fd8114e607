import { RateLimiterMemory } from "rate-limiter-flexible";
import { AppError } from "@zhibu/domain/kernel/app-error";

const guessesMax = 60;
const windowSeconds = 15 * 60;

/** Links that were none, by address: generous, for a campus may sit behind one, and a secret of 32 bytes needs no more. */
const guesses = new RateLimiterMemory({ points: guessesMax, duration: windowSeconds });

/**
 * Runs what looks a link up, and counts it against the address when there was no such link.
 * @throws AppError RATE_LIMITED after too many of them
 */
export async function limitLinkGuesses<T>(address: string | null, work: () => Promise<T>): Promise<T> {
  if (address === null) return work();
  const state = await guesses.get(address);
  if (state && state.consumedPoints >= guessesMax) {
    throw new AppError("RATE_LIMITED", "tooManyAttempts", { minutes: Math.ceil(state.msBeforeNext / 60_000) });
  }
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") await guesses.penalty(address);
    throw error;
  }
}
