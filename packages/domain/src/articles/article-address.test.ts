import { expect, test } from "vitest";
import { parseArticleAddress, slugOfHost } from "./article-address.ts";

test.each([
  ["https://jichu.college.edu/a/12", { host: "jichu.college.edu", no: 12 }],
  ["http://jichu.localhost:3000/a/7?from=list#top", { host: "jichu.localhost", no: 7 }],
  [" JICHU.college.edu/a/12/ ", { host: "jichu.college.edu", no: 12 }],
  ["https://jichu.college.edu/c/news", null],
  ["https://jichu.college.edu/a/0", null],
  ["/a/12", null],
  ["主题党日", null],
  ["", null],
])("%s", (text, expected) => {
  expect(parseArticleAddress(text)).toEqual(expected);
});

test("a branch is the one label before the college's domain", () => {
  expect(slugOfHost("jichu.college.edu", "college.edu")).toBe("jichu");
  expect(slugOfHost("college.edu", "college.edu")).toBeNull();
  expect(slugOfHost("a.b.college.edu", "college.edu")).toBeNull();
  expect(slugOfHost("dj.hospital.cn", "college.edu")).toBeNull();
});
