import type { LintRule, SyntaxNode } from "./rule.ts";

/** Words, not punctuation: a lone `、` between names is no language to review. */
const chinese = /\p{Script=Han}/u;

/** What a user sees lives in message files, where it is reviewed as language and checked for missing keys. */
export const noChineseText: LintRule = {
  meta: { type: "problem", docs: { description: "no Chinese text outside message files" } },
  create(context) {
    const message = "Chinese text in code. Put it into apps/portal/messages/zh-CN and use its key.";
    function refuse(node: SyntaxNode, text: unknown) {
      if (typeof text === "string" && chinese.test(text)) context.report({ node, message });
    }
    return {
      Literal: (node) => refuse(node, node["value"]),
      JSXText: (node) => refuse(node, node["value"]),
      TemplateElement(node) {
        const value = node["value"];
        if (typeof value === "object" && value !== null && "raw" in value) refuse(node, value.raw);
      },
    };
  },
};
