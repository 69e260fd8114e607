import { expect, test } from "vitest";
import { arrangements } from "@zhibu/domain/publicity/testing/arrangements";
import { announcedYear } from "./announced-years.ts";

test.each([...arrangements])("%i is what the State Council announced", (year, arrangement) => {
  expect(announcedYear(year)).toEqual(arrangement);
});

test("a year nobody has announced is none", () => {
  expect(announcedYear(2099)).toBeNull();
});
