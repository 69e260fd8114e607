import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, test } from "vitest";
import { z } from "zod";
import { AppError, type AppErrorCode } from "@zhibu/domain/kernel/app-error";
import { publicProcedure, router } from "./trpc.ts";

const failing = router({
  onPurpose: publicProcedure.input(z.object({ code: z.string() })).query(({ input }) => {
    // The test names each code there is.
    throw new AppError(input.code as AppErrorCode, "some.reason", { count: 3 });
  }),
  byMistake: publicProcedure.query(() => {
    throw new Error('relation "credential" does not exist');
  }),
});

async function ask(path: string, input: unknown): Promise<{ status: number; body: string; error: unknown }> {
  const query = new URLSearchParams({ input: JSON.stringify({ json: input }) });
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(`http://console.localhost/api/trpc/${path}?${query.toString()}`),
    router: failing,
    createContext: () => ({ actor: null, now: () => new Date(), rootDomain: "localhost" }),
  });
  const body = await response.text();
  const { error } = JSON.parse(body) as { error: { json: { data: unknown } } };
  return { status: response.status, body, error: error.json.data };
}

test.each<[AppErrorCode, number]>([
  ["UNAUTHENTICATED", 401],
  ["PASSWORD_CHANGE_REQUIRED", 403],
  ["FORBIDDEN", 403],
  ["NOT_FOUND", 404],
  ["CONFLICT", 409],
  ["INVALID", 400],
  ["TOO_LARGE", 413],
  ["RATE_LIMITED", 429],
  ["UNAVAILABLE", 503],
])("%s travels as %i with its reason", async (code, status) => {
  const answer = await ask("onPurpose", { code });
  expect(answer.status).toBe(status);
  expect(answer.error).toMatchObject({ appCode: code, reason: "some.reason", params: { count: 3 } });
});

test("an input that does not parse names its fields, not its values", async () => {
  const { status, error, body } = await ask("onPurpose", { code: 42, password: "hunter2" });
  expect(status).toBe(400);
  expect(error).toMatchObject({ appCode: "INVALID", reason: "invalidInput", fields: ["code"] });
  expect(body).not.toContain("hunter2");
});

test("a mistake of ours tells nothing of itself", async () => {
  const { status, error, body } = await ask("byMistake", null);
  expect(status).toBe(500);
  expect(error).toMatchObject({ appCode: "INTERNAL", reason: "unexpected" });
  expect(body).not.toMatch(/credential|stack|\.ts/u);
});
