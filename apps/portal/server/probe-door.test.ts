import { expect, test, vi } from "vitest";
import { plainRender, readerServer } from "./testing/reader-server.ts";
import { ask } from "./testing/serve.ts";

const branch = "jichu.localhost";
const token = { "x-zhibu-probe": "good" };

async function probedServer(lane: boolean) {
  const render = vi.fn(plainRender);
  const server = await readerServer({ lane, render, isProbe: (shown) => shown === "good" });
  const asked = async (path: string, headers: Record<string, string> = {}) => {
    const before = render.mock.calls.length;
    const { status } = await ask(server.port, branch, path, { headers });
    return { status, renders: render.mock.calls.length - before };
  };
  return { ...server, asked };
}

test.each([{ lane: false }, { lane: true }])(
  "the probe sees a publicity list as it is made, and leaves what is kept alone, with the lane $lane",
  async ({ lane }) => {
    const { asked, cache } = await probedServer(lane);
    expect(await asked("/g/7")).toEqual({ status: 200, renders: 1 });
    const entries = cache.entries;
    expect(await asked("/g/7", token)).toEqual({ status: 200, renders: 1 });
    expect(await asked("/g/7", token)).toEqual({ status: 200, renders: 1 });
    expect(await asked("/g/7")).toEqual({ status: 200, renders: 0 });
    expect(cache.entries).toBe(entries);
  },
);

test("whoever has no good token gets what is kept", async () => {
  const { asked } = await probedServer(true);
  await asked("/g/7");
  expect(await asked("/g/7", { "x-zhibu-probe": "made up" })).toEqual({ status: 200, renders: 0 });
});

test("the token opens nothing but publicity lists", async () => {
  const { asked } = await probedServer(true);
  await asked("/a/1");
  expect(await asked("/a/1", token)).toEqual({ status: 200, renders: 0 });
});

test("a page that can't be made is no page for the probe, whatever is kept", async () => {
  const render = vi.fn(plainRender);
  const { port } = await readerServer({ render, isProbe: () => true });
  await ask(port, branch, "/g/7");
  render.mockRejectedValueOnce(new Error("the database is away"));
  expect((await ask(port, branch, "/g/7", { headers: token })).status).toBe(503);
});

test("a closed site shows the probe its notice", async () => {
  const { port } = await readerServer({ isProbe: () => true });
  expect((await ask(port, "huli.localhost", "/g/7", { headers: token })).status).toBe(503);
});
