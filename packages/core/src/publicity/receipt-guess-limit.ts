import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { clientNetwork } from "../kernel/client-network.ts";

/** Generous, for a campus may sit behind one address, and a receipt of 60 random bits needs no more. */
const perAddress = { points: 60, duration: 15 * 60 };

/** Runs what looks a receipt up, and counts it against the address unless it was there. */
export type LimitReceiptGuesses = <T>(
  address: string,
  lookUp: () => Promise<T>,
  wasThere: (found: T) => boolean,
) => Promise<T>;

/**
 * Lets sixty wrong receipt numbers in a quarter of an hour through from one address (an IPv6 reader's /64), in this
 * process; then nothing is looked up for it, right ones neither, or the refusal would tell them apart.
 * @throws AppError RATE_LIMITED with the minutes to wait
 */
export function receiptGuessLimit(): LimitReceiptGuesses {
  const limiter = new RateLimiterMemory(perAddress);
  return async (address, lookUp, wasThere) => {
    const network = clientNetwork(address);
    // Counted first and taken back later, so that many at once don't slip through together.
    await limiter.consume(network).catch((refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new AppError("RATE_LIMITED", "tooManyAttempts", { minutes: Math.ceil(refusal.msBeforeNext / 60_000) });
    });
    let guessed = false;
    try {
      const found = await lookUp();
      guessed = !wasThere(found);
      return found;
    } finally {
      if (!guessed) await limiter.reward(network);
    }
  };
}
