import { expect, test } from "vitest";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { limitLinkGuesses } from "./limit-link-guesses.ts";

const miss = () => Promise.reject(notFound("link.gone"));

async function guess(address: string | null): Promise<string> {
  try {
    return await limitLinkGuesses(address, miss);
  } catch (error) {
    return error instanceof AppError ? error.code : "?";
  }
}

test("an address that asked for too many links that are none has to wait, another one not", async () => {
  for (let count = 0; count < 60; count += 1) expect(await guess("192.0.2.1")).toBe("NOT_FOUND");
  expect(await guess("192.0.2.1")).toBe("RATE_LIMITED");
  await expect(limitLinkGuesses("192.0.2.1", () => Promise.resolve("found"))).rejects.toMatchObject({
    params: { minutes: 15 },
  });
  expect(await guess("192.0.2.2")).toBe("NOT_FOUND");
});

test("links that work, other refusals and unknown addresses are not counted", async () => {
  for (let count = 0; count < 70; count += 1) {
    expect(await limitLinkGuesses("192.0.2.3", () => Promise.resolve("found"))).toBe("found");
    const weak = limitLinkGuesses("192.0.2.3", () => Promise.reject(new AppError("INVALID", "password.tooCommon")));
    await expect(weak).rejects.toMatchObject({ code: "INVALID" });
    expect(await guess(null)).toBe("NOT_FOUND");
  }
});
