import { describe, expect, test } from "vitest";
import { leadsSomewhere, mentionedPaths } from "./document-paths.ts";
import { filesOf, readText } from "./repository.ts";

const documents = filesOf(
  "*.md",
  "docs/**/*.md",
  "{apps,packages}/*/README.md",
  "{e2e,prisma,bench,scripts}/README.md",
);

test.for(documents)("%s names no path that is gone", (file) => {
  // A decision record speaks of its day; what it names may be gone since.
  if (file.startsWith("docs/decisions/")) return;
  expect(mentionedPaths(readText(file)).filter((mentioned) => !leadsSomewhere(file, mentioned))).toEqual([]);
});

describe("packages", () => {
  const packages = filesOf("{apps,packages}/*/package.json", "e2e/package.json").map((file) =>
    file.replace("package.json", ""),
  );

  test.for(packages)("%s has a README of at most 40 lines", (folder) => {
    expect(documents).toContain(`${folder}README.md`);
    expect(readText(`${folder}README.md`).split("\n").length).toBeLessThanOrEqual(41);
  });
});

test("paths are found in backticks and links, not in code blocks, placeholders or addresses", () => {
  const markdown = [
    "See `packages/db/src/scope.ts:12`, `npm test`, `src/<slice>/x.ts` and [this](../docs/glossary.md#top).",
    "[Node](https://nodejs.org)",
    "```",
    "`packages/gone.ts`",
    "```",
  ].join("\n");
  expect(mentionedPaths(markdown)).toEqual(["packages/db/src/scope.ts", "../docs/glossary.md"]);
});
