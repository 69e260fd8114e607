import { expect, test } from "vitest";
import { acceptedEncodings } from "./accept-encoding.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP;q=1.0, BR;q=0.5", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["gzip;q=0, *", "br"],
  ["br;q=2", "identity"],
  ["identity", "identity"],
  ["deflate", "identity"],
])("%j is best answered with %s", (header, first) => {
  expect(acceptedEncodings(header)[0]).toBe(first);
});

test("identity is always the last resort", () => {
  expect(acceptedEncodings("br, gzip, identity;q=0").at(-1)).toBe("identity");
});

test("a thousand spellings are parsed and not all remembered", () => {
  for (let index = 0; index < 1_000; index += 1) expect(acceptedEncodings(`gzip, x${index}`)[0]).toBe("gzip");
});
