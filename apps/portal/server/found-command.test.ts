import { expect, test } from "vitest";
import { FoundCommandError, type FoundProblem, readFoundCommand } from "./found-command.ts";
import { usageReport } from "./found-words.ts";

const whole = ["--college", "求实学院", "--short-name", "求实", "--login", "HeZhengyan", "--name", " 何正言 "];

function problemsOf(...args: string[]): readonly string[] {
  try {
    readFoundCommand(args);
    return [];
  } catch (error) {
    if (error instanceof FoundCommandError) return error.problems;
    throw error;
  }
}

test("a college and its first officer, put right as in the console", () => {
  const input = { name: "求实学院", shortName: "求实", loginName: "hezhengyan", displayName: "何正言" };
  const footer = { address: "求知路1号", phone: "", email: "", icp: "豫ICP备00000000号" };
  const command = readFoundCommand([...whole, "--address", footer.address, "--icp", footer.icp]);
  expect(command).toEqual({ verb: "found", input: { ...input, ...footer } });
});

test("a new link for a login name", () => {
  expect(readFoundCommand(["--login", "hezhengyan", "--new-link"])).toEqual({ verb: "renew", loginName: "hezhengyan" });
});

test.each<[string, string[], FoundProblem[]]>([
  ["nothing", [], ["name", "shortName", "loginName", "displayName"]],
  [
    "a short name that is none",
    ["--short-name", "求实学院基层党组织党建工作平台", "--name", "x"],
    ["name", "shortName", "loginName", "displayName"],
  ],
  ["a login name nobody could type", [...whole, "--login", "何 正言"], ["loginName"]],
  ["a footer that says nothing", [...whole, "--phone", "打给我", "--email", "x"], ["phone", "email"]],
  ["an unknown option", [...whole, "--force"], ["option"]],
  ["words beside the options", [...whole, "求实"], ["option"]],
  ["a college beside a new link", [...whole, "--new-link"], ["surplus"]],
  ["a new link for nobody", ["--new-link"], ["loginName"]],
])("%s is refused, with all that is wrong and how it is written", (_, args, problems) => {
  expect(problemsOf(...args)).toEqual(problems);
  expect(usageReport(problems)).toContain("用法：\n  npm run found -- --college");
});
