import { RateLimiterMemory } from "rate-limiter-flexible";

const tenMinutes = 10 * 60;

/** Whether one more is let through from this address now. */
export type AddressLimit = (address: string) => Promise<boolean>;

function addressLimit(points: number): AddressLimit {
  const limiter = new RateLimiterMemory({ points, duration: tenMinutes });
  return (address) =>
    limiter.consume(address).then(
      () => true,
      () => false,
    );
}

/** Lets five objections in ten minutes through from one address, in this process: a flood ends here, a person never notices. */
export function objectionLimit(): AddressLimit {
  return addressLimit(5);
}

/** The same for receipt numbers that are looked up: thirty, for a campus may sit behind one address. */
export function receiptLimit(): AddressLimit {
  return addressLimit(30);
}
