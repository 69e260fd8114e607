import { expect, test } from "vitest";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { receiptGuessLimit, type LimitReceiptGuesses } from "./receipt-guess-limit.ts";

async function lookUp(limit: LimitReceiptGuesses, address: string, answer: "there" | "missing" | "away") {
  try {
    return await limit(
      address,
      () => (answer === "away" ? Promise.reject(new Error("away")) : Promise.resolve(answer)),
      (found) => found === "there",
    );
  } catch (error) {
    return error instanceof AppError ? error.code : "failed";
  }
}

test("an address that guessed sixty times has to wait, even with a right number; another one not", async () => {
  const limit = receiptGuessLimit();
  for (let count = 0; count < 60; count += 1) expect(await lookUp(limit, "192.0.2.1", "missing")).toBe("missing");
  expect(await lookUp(limit, "192.0.2.1", "missing")).toBe("RATE_LIMITED");
  await expect(
    limit(
      "192.0.2.1",
      () => Promise.resolve("there"),
      () => true,
    ),
  ).rejects.toMatchObject({ code: "RATE_LIMITED", params: { minutes: 15 } });
  expect(await lookUp(limit, "192.0.2.2", "missing")).toBe("missing");
});

test("guesses sent all at once are counted one by one", async () => {
  const limit = receiptGuessLimit();
  const answers = await Promise.all(Array.from({ length: 200 }, () => lookUp(limit, "192.0.2.1", "missing")));
  expect(answers.filter((answer) => answer === "missing")).toHaveLength(60);
});

test("right numbers and look-ups that failed are not counted", async () => {
  const limit = receiptGuessLimit();
  for (let count = 0; count < 100; count += 1) {
    expect(await lookUp(limit, "192.0.2.1", "there")).toBe("there");
    expect(await lookUp(limit, "192.0.2.1", "away")).toBe("failed");
  }
  expect(await lookUp(limit, "192.0.2.1", "missing")).toBe("missing");
});

test("an IPv6 reader who changes the address within their own network goes on waiting", async () => {
  const limit = receiptGuessLimit();
  for (let count = 0; count < 60; count += 1) await lookUp(limit, `2001:db8:1:2::${count.toString(16)}`, "missing");
  expect(await lookUp(limit, "2001:db8:1:2:ffff::1", "missing")).toBe("RATE_LIMITED");
  expect(await lookUp(limit, "2001:db8:1:3::1", "missing")).toBe("missing");
});
