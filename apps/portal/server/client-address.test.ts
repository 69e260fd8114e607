import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { clientAddressReader } from "./client-address.ts";

function requestFrom(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers["x-forwarded-for"] = forwarded;
  return request;
}

test.each([
  [[], "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  [["10.0.0.0/8"], "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  [["10.0.0.0/8"], "10.1.2.3", "198.51.100.1", "198.51.100.1"],
  [["10.0.0.0/8"], "::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
  [["10.0.0.0/8"], "10.1.2.3", "6.6.6.6, 198.51.100.1, 10.9.9.9", "198.51.100.1"],
  [["10.0.0.0/8"], "10.1.2.3", "198.51.100.1, rubbish", "10.1.2.3"],
  [["10.0.0.0/8"], "10.1.2.3", undefined, "10.1.2.3"],
  [["fd00::/8", "10.0.0.1"], "fd00::1", "2001:db8::5, 10.0.0.1", "2001:db8::5"],
])("trusting %j, a request from %s for %j comes from %s", (trusted, remote, forwarded, client) => {
  expect(clientAddressReader(trusted)(requestFrom(remote, forwarded))).toBe(client);
});

test("a proxy that is no address is refused at start", () => {
  expect(() => clientAddressReader(["proxy.example"])).toThrow(/proxy\.example/u);
});
