/** The part of a syntax node our rules read; oxlint hands over ESTree with TypeScript's additions. */
export type SyntaxNode = {
  readonly type: string;
  readonly parent?: SyntaxNode;
  readonly range: [number, number];
  readonly [property: string]: unknown;
};

type RuleContext = {
  readonly sourceCode: {
    readonly text: string;
    getAllComments(): readonly { readonly value: string; readonly range: [number, number] }[];
  };
  report(problem: { node: SyntaxNode; message: string }): void;
};

/** A rule of our own, in the ESLint shape that oxlint's `jsPlugins` loads. */
export type LintRule = {
  readonly meta: { readonly type: "problem"; readonly docs: { readonly description: string } };
  create(context: RuleContext): Record<string, (node: SyntaxNode) => void>;
};

/** Type guard for the child nodes a rule looks into; children arrive as `unknown`. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value;
}

/** The name of a plain identifier, otherwise undefined. */
export function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === "Identifier" && typeof value["name"] === "string" ? value["name"] : undefined;
}

/** `a.b` as the string "a.b" for plain identifiers without computed access, otherwise undefined. */
export function memberPath(value: unknown): string | undefined {
  if (!isNode(value) || value.type !== "MemberExpression" || value["computed"] === true) return undefined;
  const object = identifierName(value["object"]) ?? memberPath(value["object"]);
  const property = identifierName(value["property"]);
  return object !== undefined && property !== undefined ? `${object}.${property}` : undefined;
}
