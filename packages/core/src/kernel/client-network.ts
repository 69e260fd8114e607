import { isIP } from "node:net";

/** The eight groups of an IPv6 address, each as it is written shortest. */
function groupsOf(address: string): string[] {
  // The URL parser writes every spelling of an address in one way, a dotted tail included.
  const { hostname } = new URL(`http://[${address}]`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const left = before ?? [];
  const right = after ?? [];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => "0"), ...right];
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [Math.floor(value / 256), value % 256];
}

/**
 * What a limit by address counts: an IPv4 address itself, in IPv6 clothes (`::ffff:192.0.2.1`) too, and of an IPv6
 * address its /64, for that much is one subscriber's. What is no address stands for itself.
 */
export function clientNetwork(address: string): string {
  const [bare = ""] = address.trim().split("%");
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
  if (isMapped) return groups.slice(6).flatMap(bytesOf).join(".");
  return `${groups.slice(0, 4).join(":")}::/64`;
}
