import { describe, expect, test, vi } from "vitest";
import { receiptGuessLimit } from "@zhibu/core/publicity/receipt-guess-limit";
import type { LogDetails } from "./log.ts";
import type { RenderPage } from "./page-cache.ts";
import { ReadyPage } from "./ready-page.ts";
import { receiptDoor } from "./receipt-door.ts";
import { readerServer, silentLog } from "./testing/reader-server.ts";
import { ask } from "./testing/serve.ts";

const held = "ABCD-EFGH-2345";
const branch = "jichu.localhost";

/** A branch with one receipt; every reader comes from the address in the header, as a proxy's word would be read. */
async function receiptServer(failing = false) {
  const render = vi.fn<RenderPage>((_site, path) =>
    failing
      ? Promise.reject(new Error(`${path} failed`))
      : Promise.resolve({
          status: path === `/g/receipt?number=${held}` || path === "/g/receipt" ? 200 : 404,
          contentType: "text/html; charset=utf-8",
          headers: [],
          body: Buffer.from(path === `/g/receipt?number=${held}` ? "its progress" : "no such number"),
        }),
  );
  const logged: (LogDetails | undefined)[] = [];
  const door = receiptDoor({
    makeAnew: async (site, path) => new ReadyPage(await render(site, path), 1, []),
    limit: receiptGuessLimit(),
    clientAddress: ({ headers }) => String(headers["x-test-address"] ?? "192.0.2.1"),
    log: { ...silentLog, error: (_message, details) => logged.push(details) },
  });
  const server = await readerServer({ render, directDoors: [door], lane: true });
  const look = (query: string, address = "192.0.2.1", method = "GET") =>
    ask(server.port, branch, `/g/receipt${query}`, { method, headers: { "x-test-address": address } });
  return { ...server, render, logged, look };
}

type Look = Awaited<ReturnType<typeof receiptServer>>["look"];

async function exhaust(look: Look): Promise<void> {
  for (let count = 0; count < 60; count += 1)
    expect((await look(`?number=0000-0000-${1000 + count}`)).status).toBe(404);
}

test("whoever holds a receipt may look as often as they like; nothing of it is kept", async () => {
  const { look, cache } = await receiptServer();
  for (let count = 0; count < 70; count += 1) {
    const answer = await look(`?number=${held}`);
    expect([answer.status, answer.body.toString()]).toEqual([200, "its progress"]);
  }
  expect(cache.entries).toBe(0);
});

describe("whoever guesses", () => {
  test("has to wait after sixty, is told so in words, and learns nothing of the number; others need not", async () => {
    const { look, render } = await receiptServer();
    await exhaust(look);
    render.mockClear();
    const [wrong, right] = [await look("?number=0000-0000-0000"), await look(`?number=${held}`)];
    for (const answer of [wrong, right]) {
      expect(answer).toMatchObject({ status: 429, headers: { "retry-after": "900", "cache-control": "no-store" } });
      expect(answer.body.toString()).toContain("查询太频繁");
    }
    expect(right.body).toEqual(wrong.body);
    expect((await look(`?number=${held}`, "192.0.2.1", "HEAD")).status).toBe(429);
    expect(render).not.toHaveBeenCalled();
    expect((await look(`?number=${held}`, "192.0.2.2")).status).toBe(200);
  });

  test("gains nothing by HEAD, other parameters or another spelling", async () => {
    const { look } = await receiptServer();
    await exhaust(look);
    for (const query of [`?x=1&number=${held}`, `?number=${held}&number=x`, `?number=%41BCD-EFGH-2345`])
      for (const method of ["GET", "HEAD"]) expect((await look(query, undefined, method)).status).toBe(429);
  });

  test("still gets the page to type a number in, which asks for none", async () => {
    const { look } = await receiptServer();
    await exhaust(look);
    for (const query of ["", "?", "?number=", "?number=%20", "?other=1"]) expect((await look(query)).status).toBe(200);
  });
});

test("a page that can't be made is no guess, and the log does not hold the number", async () => {
  const { look, logged } = await receiptServer(true);
  for (let count = 0; count < 61; count += 1) expect((await look(`?number=${held}`)).status).toBe(503);
  expect(logged).toHaveLength(61);
  expect(JSON.stringify(logged)).not.toContain(held);
});
