import { describe, expect, test } from "vitest";
import { failuresOfPlaywright, failuresOfVitest } from "./failures.ts";

describe("what failed is told once more at the end", () => {
  test("of Vitest: the tests, and files that could not be run", () => {
    const passed = { fullName: "a passes", status: "passed", failureMessages: [] };
    const failed = {
      fullName: "b fails",
      status: "failed",
      failureMessages: ["Error: \u001b[31mexpected 1\u001b[39m"],
    };
    const report = {
      testResults: [
        { name: "a.test.ts", status: "failed", assertionResults: [passed, failed] },
        { name: "b.test.ts", status: "failed", message: "does not compile", assertionResults: [] },
        { name: "c.test.ts", status: "passed", assertionResults: [passed] },
      ],
    };
    expect(failuresOfVitest(report)).toEqual([
      expect.stringContaining("a.test.ts › b fails\n    Error: expected 1"),
      expect.stringContaining("b.test.ts\n    does not compile"),
    ]);
  });

  test("of Playwright: however deep the suites are", () => {
    const spec = (title: string, ok: boolean) => ({
      title,
      ok,
      file: "a.spec.ts",
      tests: [{ results: [{ error: { message: "not visible" } }] }],
    });
    const report = {
      suites: [{ specs: [spec("first", true)], suites: [{ specs: [spec("second", false)] }] }],
      errors: [{ message: "no browser" }],
    };
    expect(failuresOfPlaywright(report)).toEqual(["✘ a.spec.ts › second\n    not visible", "✘ e2e\n    no browser"]);
  });
});
