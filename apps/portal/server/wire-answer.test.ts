import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WireAnswer } from "./wire-answer.ts";

function answer(body: string): WireAnswer {
  return new WireAnswer("HTTP/1.1 200 OK", "etag: 1\r\n", Buffer.from(body));
}

/** The whole text of an answer at a moment, beyond the date's lag. */
function sentAt(sent: WireAnswer, moment: string): string {
  vi.setSystemTime(moment);
  vi.advanceTimersByTime(300);
  return sent.bytes().toString();
}

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

test("an answer is one piece: status, headers, date, connection, body", () => {
  expect(sentAt(answer("正文"), "2026-11-29T03:04:05.000Z")).toBe(
    "HTTP/1.1 200 OK\r\netag: 1\r\nDate: Sun, 29 Nov 2026 03:04:05 GMT\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n\r\n正文",
  );
});

test("each sending carries the date of its own second, in the same memory", () => {
  const [one, other] = [answer("1"), answer("2")];
  const before = one.bytes();
  for (const [sent, second] of [
    [one, "07"],
    [other, "07"],
    [other, "08"],
    [one, "08"],
  ] as const) {
    expect(sentAt(sent, `2026-11-29T03:04:${second}.000Z`)).toContain(`Date: Sun, 29 Nov 2026 03:04:${second} GMT\r\n`);
  }
  expect(one.bytes()).toBe(before);
});

test("the body is a view, and the whole is weighed", () => {
  const sent = answer("正文");
  expect(sent.body.toString()).toBe("正文");
  expect(sent.body.buffer).toBe(sent.bytes().buffer);
  expect(sent.length).toBe(sent.bytes().length);
});
