import { expect, test } from "vitest";
import { readSubjectText } from "./subject-text.ts";

const id = "0192f0a0-1b2c-7000-8000-00000000000a";

test.each<[string, ReturnType<typeof readSubjectText>]>([
  [id, { kind: "id", id }],
  [` ${id.toUpperCase()} `, { kind: "id", id }],
  [`http://console.localhost:3000/jichu/articles/${id}`, { kind: "id", id }],
  ["12", { kind: "number", no: 12 }],
  ["№12", { kind: "number", no: 12 }],
  ["#12", { kind: "number", no: 12 }],
  ["１２", { kind: "number", no: 12 }],
  ["/a/12", { kind: "number", no: 12 }],
  ["http://jichu.localhost:3000/a/12", { kind: "address", host: "jichu.localhost", no: 12 }],
  ["JICHU.example.edu/a/12/?x=1", { kind: "address", host: "jichu.example.edu", no: 12 }],
  ["https://dj.example.edu/a/7#top", { kind: "address", host: "dj.example.edu", no: 7 }],
  ["http://jichu.localhost/c/news", null],
  ["1234567890123", null],
  ["主题党日", null],
  ["", null],
])("%j", (text, expected) => {
  expect(readSubjectText(text)).toEqual(expected);
});
