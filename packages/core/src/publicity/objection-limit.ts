import { RateLimiterMemory } from "rate-limiter-flexible";
import { clientNetwork } from "../kernel/client-network.ts";

const perAddress = { points: 5, duration: 10 * 60 };

/**
 * Lets five objections in ten minutes through from one address (an IPv6 reader's /64), in this process: a flood ends
 * here, a person never notices.
 */
export function objectionLimit(): (address: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory(perAddress);
  return (address) =>
    limiter.consume(clientNetwork(address)).then(
      () => true,
      () => false,
    );
}
