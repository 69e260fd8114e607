import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientNetwork } from "./client-network.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["", ""],
  ["unix:", "unix:"],
])("%s counts as %s", (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

const group = fc.integer({ min: 0, max: 0xffff });
const half = fc.tuple(group, group, group, group);
const spelled = (groups: readonly number[]) => groups.map((each) => each.toString(16)).join(":");
/** Written in full, with zeros in front and in capitals. */
const inFull = (groups: readonly number[]) =>
  groups.map((each) => each.toString(16).padStart(4, "0").toUpperCase()).join(":");

describe("of any IPv6 address", () => {
  // An address whose first half is zeros may be IPv4 in other clothes.
  const prefix = half.filter((groups) => groups.some((each) => each !== 0));

  test("everything in its /64 counts as one, however it is written", () => {
    fc.assert(
      fc.property(prefix, half, half, (network, one, other) => {
        expect(clientNetwork(inFull([...network, ...one]))).toBe(clientNetwork(spelled([...network, ...other])));
      }),
    );
  });

  test("another /64 counts by itself", () => {
    fc.assert(
      fc.property(prefix, prefix, half, (one, other, host) => {
        fc.pre(spelled(one) !== spelled(other));
        expect(clientNetwork(spelled([...one, ...host]))).not.toBe(clientNetwork(spelled([...other, ...host])));
      }),
    );
  });
});

test("every IPv4 address counts as itself, bare and mapped, in both spellings", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
      const hex = spelled([a * 256 + b, c * 256 + d]);
      for (const written of [address, `::ffff:${address}`, `::ffff:${hex}`, `0:0:0:0:0:ffff:${hex}`])
        expect(clientNetwork(written)).toBe(address);
    }),
  );
});

test("a network counts as itself: nothing is counted twice by another name", () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const network = clientNetwork(address);
      expect(clientNetwork(network.replace(/\/64$/u, ""))).toBe(network);
    }),
  );
});
