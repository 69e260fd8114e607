import { isNode, memberPath, type LintRule } from "./rule.ts";

const sources = /^(globalThis\.)?(Math\.random|crypto\.(randomUUID|getRandomValues|randomBytes|randomInt))$/;
const modules = /^(node:)?crypto$|^uuid$|^nanoid$/;

/** Pure rules get their random values as arguments, so that a failing case can be repeated. */
export const noRandomness: LintRule = {
  meta: { type: "problem", docs: { description: "no randomness" } },
  create(context) {
    const message = "Draws randomness. Take the value as an argument.";
    return {
      MemberExpression(node) {
        if (sources.test(memberPath(node) ?? "")) context.report({ node, message });
      },
      ImportDeclaration(node) {
        const source = node["source"];
        if (isNode(source) && typeof source["value"] === "string" && modules.test(source["value"])) {
          context.report({ node, message });
        }
      },
    };
  },
};
