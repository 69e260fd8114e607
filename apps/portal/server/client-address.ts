import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Addresses in IPv6 clothes (`::ffff:10.0.0.1`) are IPv4 addresses. */
function bare(address: string): string {
  const text = address.trim().replace(/^::ffff:(?=\d+\.)/iu, "");
  return /^\[.*\]$/u.test(text) ? text.slice(1, -1) : text;
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? "ipv4" : "ipv6";
}

/** The proxies whose word is taken, as a list that can be asked. @throws RangeError for what is no address or network */
function proxyList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix] = network.split("/");
    const family = familyOf(address);
    if (family === null) throw new RangeError(`${network} is neither an address nor a network`);
    list.addSubnet(address, prefix === undefined ? (family === "ipv4" ? 32 : 128) : Number(prefix), family);
  }
  return list;
}

/**
 * Finds out where a request comes from. `x-forwarded-for` counts only as far as it was written by a trusted proxy:
 * read from the right, the first address that is none of them is the client. With no trusted proxy it is never read.
 */
export function clientAddressReader(trustedNetworks: readonly string[]): (request: IncomingMessage) => string {
  const trusted = proxyList(trustedNetworks);
  function isTrusted(address: string): boolean {
    const family = familyOf(address);
    return family !== null && trusted.check(address, family);
  }
  return (request) => {
    let client = bare(request.socket.remoteAddress ?? "");
    const header = request.headers["x-forwarded-for"];
    const hops = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").map(bare);
    while (isTrusted(client)) {
      const previous = hops.pop();
      if (previous === undefined || familyOf(previous) === null) break;
      client = previous;
    }
    return client;
  };
}
