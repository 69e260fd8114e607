import { expect, test } from "vitest";
import { parseWrk } from "./wrk.ts";

const output = `Running 3s test @ http://127.0.0.1/
  Latency Distribution
     50%  310.00us
     99%    1.26ms
  150000 requests in 3.00s, 1.0GB read
Requests/sec:  49971.05
Transfer/sec:    340.00MB
`;

test("speed and latency are read", () => {
  expect(parseWrk(output)).toEqual({ requests: 150_000, requestsPerSecond: 49_971.05, p99Ms: 1.26 });
});

test("a run with failures is no measurement", () => {
  expect(() => parseWrk(`${output}Non-2xx or 3xx responses: 12\n`)).toThrow(/Non-2xx/u);
  expect(() => parseWrk("unable to connect")).toThrow();
});
