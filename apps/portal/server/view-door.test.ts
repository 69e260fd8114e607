import { expect, test, vi } from "vitest";
import { readerServer, silentLog } from "./testing/reader-server.ts";
import { ask } from "./testing/serve.ts";
import { tenantId } from "./testing/sites.ts";
import { viewDoor } from "./view-door.ts";

async function viewServer() {
  const count = vi.fn<(tenant: string, no: number) => Promise<number | null>>(() => Promise.resolve(42));
  return { ...(await readerServer({ directDoors: [viewDoor({ count, headers: [], log: silentLog })] })), count };
}

test("a view is counted and shown, and never cached", async () => {
  const { port, count } = await viewServer();
  const answer = await ask(port, "jichu.localhost", "/views/7.svg");
  expect(answer).toMatchObject({
    status: 200,
    headers: { "content-type": "image/svg+xml", "cache-control": "no-store" },
  });
  expect(answer.body.toString()).toContain(">42</text>");
  expect(count).toHaveBeenCalledWith(tenantId, 7);
});

test("HEAD counts nothing; the portal has no counters; other names are no counter", async () => {
  const { port, count } = await viewServer();
  await ask(port, "jichu.localhost", "/views/7.svg", { method: "HEAD" });
  expect((await ask(port, "localhost", "/views/7.svg")).status).toBe(404);
  expect((await ask(port, "jichu.localhost", "/views/0.svg")).status).toBe(404);
  expect(count).not.toHaveBeenCalled();
});

test("what can't be counted is a dash, and a flood does not pile up", async () => {
  const { port, count } = await viewServer();
  count.mockRejectedValueOnce(new Error("away")).mockResolvedValueOnce(null);
  for (let time = 0; time < 2; time += 1)
    expect((await ask(port, "jichu.localhost", "/views/7.svg")).body.toString()).toContain(">–</text>");
  count.mockClear();
  const { promise, resolve } = Promise.withResolvers<number>();
  count.mockImplementation(() => promise);
  const flood = Array.from({ length: 50 }, () => ask(port, "jichu.localhost", "/views/7.svg"));
  let answered = 0;
  for (const answer of flood) void answer.then(() => (answered += 1));
  await vi.waitFor(() => expect(answered).toBe(50 - 16));
  expect(count).toHaveBeenCalledTimes(16);
  resolve(43);
  const answers = (await Promise.all(flood)).map(({ body }) => body.toString().includes(">43<"));
  expect(answers.filter(Boolean)).toHaveLength(16);
});
