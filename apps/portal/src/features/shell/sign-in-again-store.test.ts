import { afterEach, expect, test } from "vitest";
import { answerSignInAgain, askToSignInAgain, signInAgainStore, wasDismissed } from "./sign-in-again-store.ts";

const off: (() => void)[] = [];
afterEach(() => {
  answerSignInAgain(true);
  for (const stop of off.splice(0)) stop();
});

test("without a dialog on the page nobody waits", async () => {
  expect(await askToSignInAgain()).toBe(false);
});

test("one dialog answers every call that waits", async () => {
  off.push(signInAgainStore.subscribe(() => undefined));
  const answers = [askToSignInAgain(), askToSignInAgain()];
  expect(signInAgainStore.status()).toBe("asking");
  answerSignInAgain(true);
  expect(await Promise.all(answers)).toEqual([true, true]);
  expect(signInAgainStore.status()).toBe("idle");
});

test("a closed dialog is remembered until somebody signs in", async () => {
  off.push(signInAgainStore.subscribe(() => undefined));
  const answer = askToSignInAgain();
  answerSignInAgain(false);
  expect(await answer).toBe(false);
  expect(wasDismissed()).toBe(true);
  void askToSignInAgain();
  answerSignInAgain(true);
  expect(wasDismissed()).toBe(false);
});
