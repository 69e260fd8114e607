import { identifierName, isNode, type LintRule, type SyntaxNode } from "./rule.ts";

/** A cast switches the compiler off for one expression; whoever does so says why it is true, above it or beside it. */
export const reasonedCast: LintRule = {
  meta: { type: "problem", docs: { description: "a cast carries its reason" } },
  create(context) {
    const { text } = context.sourceCode;
    const commentEnds = new Set<number>();
    return {
      Program() {
        for (const { range } of context.sourceCode.getAllComments()) commentEnds.add(lineOf(text, range[1] - 1));
      },
      TSAsExpression(node) {
        if (isConstAssertion(node) || isPartOfCast(node) || isGlobalSlot(node)) return;
        const lines = [lineOf(text, node.range[0]), lineOf(text, node.range[1]), lineOf(text, statementStart(node))];
        if (!lines.some((line) => commentEnds.has(line) || commentEnds.has(line - 1))) {
          context.report({ node, message: "A cast carries its reason in a comment above it." });
        }
      },
    };
  },
};

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function isConstAssertion(node: SyntaxNode): boolean {
  const type = node["typeAnnotation"];
  return isNode(type) && identifierName(type["typeName"]) === "const";
}

/** The inner half of `x as unknown as T`; the outer half is judged. */
function isPartOfCast(node: SyntaxNode): boolean {
  return node.parent?.type === "TSAsExpression";
}

/** `(globalThis as Holder)[slot]`: the global object has no other way to be given a property of ours. */
function isGlobalSlot(node: SyntaxNode): boolean {
  return identifierName(node["expression"]) === "globalThis";
}

function statementStart(node: SyntaxNode): number {
  let current = node;
  while (current.parent !== undefined && !/Statement$|Declaration$|^Program$/.test(current.type))
    current = current.parent;
  return current.range[0];
}
