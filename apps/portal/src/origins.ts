import { env } from "./env.ts";

/** What addresses are made of; `PortalEnv` fits. */
type PublicAddress = { PUBLIC_SCHEME: "http" | "https"; PUBLIC_PORT: number; ROOT_DOMAIN: string };

/** Scheme, host and port under which browsers know a host; the scheme's own port is left out. */
export function originOf(host: string, { PUBLIC_SCHEME, PUBLIC_PORT }: PublicAddress = env()): string {
  return new URL(`${PUBLIC_SCHEME}://${host}:${PUBLIC_PORT}`).origin;
}

/** The only origin with sessions. */
export function consoleOrigin(address: PublicAddress = env()): string {
  return originOf(`console.${address.ROOT_DOMAIN}`, address);
}

/** A branch's site under the college's domain; it answers there even when it has a domain of its own. */
export function branchOrigin(slug: string, address: PublicAddress = env()): string {
  return originOf(`${slug}.${address.ROOT_DOMAIN}`, address);
}
