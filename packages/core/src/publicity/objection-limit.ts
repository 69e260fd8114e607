import { RateLimiterMemory } from "rate-limiter-flexible";

const perAddress = { points: 5, duration: 10 * 60 };

/** Lets five objections in ten minutes through from one address, in this process: a flood ends here, a person never notices. */
export function objectionLimit(): (address: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory(perAddress);
  return (address) =>
    limiter.consume(address).then(
      () => true,
      () => false,
    );
}
