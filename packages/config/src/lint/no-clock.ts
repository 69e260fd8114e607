import { identifierName, memberPath, type LintRule } from "./rule.ts";

const clocks = new Set(["Date.now", "performance.now", "process.hrtime", "Temporal.Now", "globalThis.Date.now"]);

/** Pure rules get the time as an argument: a rule that reads a clock can't be tested at the month's end. */
export const noClock: LintRule = {
  meta: { type: "problem", docs: { description: "no reading of the clock" } },
  create(context) {
    const message = "Reads the clock. Take `now` as an argument (BranchContext carries it).";
    return {
      MemberExpression(node) {
        if (clocks.has(memberPath(node) ?? "")) context.report({ node, message });
      },
      NewExpression(node) {
        const noArguments = Array.isArray(node["arguments"]) && node["arguments"].length === 0;
        if (identifierName(node["callee"]) === "Date" && noArguments) context.report({ node, message });
      },
      CallExpression(node) {
        if (identifierName(node["callee"]) === "Date") context.report({ node, message });
      },
    };
  },
};
