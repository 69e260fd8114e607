import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";
import { afterEach, expect, test, vi } from "vitest";
import type { RootRouter } from "@zhibu/api/root.router";
import { appCodeOf, describedErrorOf } from "./app-code-of.ts";
import { frontDoorFetch } from "./front-door-fetch.ts";

afterEach(() => vi.unstubAllGlobals());

/** The error a screen would see when the server answers so. */
async function errorOf(answer: () => Response | Promise<Response>): Promise<unknown> {
  vi.stubGlobal("fetch", answer);
  const link = httpBatchLink({
    url: "http://console.localhost/api/trpc",
    transformer: superjson,
    fetch: frontDoorFetch,
  });
  const client = createTRPCClient<RootRouter>({ links: [link] });
  return client.account.me.query().catch((error: unknown) => error);
}

test.each([
  ["bodyTooLarge", 413, "TOO_LARGE", "bodyTooLarge"],
  ["starting", 503, "UNAVAILABLE", "databaseAway"],
  ["pageFailed", 500, "INTERNAL", "unexpected"],
])("the front door's %s has words", async (code, status, appCode, reason) => {
  const error = await errorOf(() => Response.json({ error: { code, message: "…" } }, { status }));
  expect(describedErrorOf(error)).toMatchObject({ appCode, reason });
});

test("an answer of tRPC's stays as it is", async () => {
  const data = { appCode: "CONFLICT", reason: "changedMeanwhile", params: {}, fields: [] };
  const body = [{ error: { json: { message: "CONFLICT", code: -32_009, data } } }];
  expect(describedErrorOf(await errorOf(() => Response.json(body, { status: 409 })))).toEqual(data);
});

test("no answer, and a proxy's page instead of one, are a lost connection", async () => {
  expect(appCodeOf(await errorOf(() => Promise.reject(new TypeError("Failed to fetch"))))).toBe("OFFLINE");
  expect(appCodeOf(await errorOf(() => new Response("<h1>Bad Gateway</h1>", { status: 502 })))).toBe("OFFLINE");
});

test("what was not thrown by a call is our own mistake", () => {
  expect(appCodeOf(new RangeError("bug"))).toBe("INTERNAL");
});
