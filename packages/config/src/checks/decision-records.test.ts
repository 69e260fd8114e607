import { describe, expect, test } from "vitest";
import { filesOf, readText } from "./repository.ts";

const nameForm = /^docs\/decisions\/(\d{4}-\d{2}-\d{2})-[a-z0-9]+(-[a-z0-9]+)*\.md$/;

describe.for(filesOf("docs/decisions/*.md"))("%s", (file) => {
  test("is named by its date and title", () => {
    const date = nameForm.exec(file)?.[1];
    expect(date, "docs/decisions/YYYY-MM-DD-title.md").toBeDefined();
    expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  });

  test("says why, what, and what follows", () => {
    const headings = readText(file)
      .split("\n")
      .filter((line) => line.startsWith("#"));
    expect(headings[0]).toMatch(/^# \S/);
    expect(headings.slice(1)).toEqual(["## Context", "## Decision", "## Consequences"]);
  });
});

test("there are records", () => {
  expect(filesOf("docs/decisions/*.md")).not.toEqual([]);
});
