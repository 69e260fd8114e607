import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listenerCpuClock } from "./listener-cpu.ts";

test.runIf(existsSync("/proc/net/tcp"))("the clock runs while the listener works", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  // A listening server's address is an object.
  const clock = await listenerCpuClock((server.address() as AddressInfo).port);
  const before = await clock();
  const until = performance.now() + 80;
  while (performance.now() < until);
  expect((await clock()) - before).toBeGreaterThan(0.02);
});

test("where nobody listens it stands still", async () => {
  const clock = await listenerCpuClock(1);
  expect(await clock()).toBe(0);
});
