import type { z } from "zod";
import { bodyLimits } from "./body-limits.ts";
import { bodyProblem } from "./body-problem.ts";
import { bodyNodeTypes, type BodyPath } from "./body-schema.ts";

/** What has been spent of the document's limits so far; one object for the whole document. */
type Budget = { nodes: number; chars: number };

/** Where in the document the parser stands. */
export type ParsePlace = { readonly path: BodyPath; readonly budget: Budget };

/** A node whose shape is known and whose contents are not yet. */
export type RawNode = {
  readonly type: string;
  readonly attrs: unknown;
  readonly content: readonly unknown[];
  readonly marks: unknown;
  readonly text: unknown;
  readonly place: ParsePlace;
};

const nodeKeys: ReadonlySet<string> = new Set(["type", "attrs", "content", "marks", "text"]);
const knownTypes: ReadonlySet<string> = new Set(bodyNodeTypes);

export function documentPlace(): ParsePlace {
  return { path: [], budget: { nodes: 0, chars: 0 } };
}

/** Opens one node: own properties only, known keys only, counted against the limits before anything below it is looked at. */
export function readNode(value: unknown, place: ParsePlace): RawNode {
  const { path, budget } = place;
  if (path.length > bodyLimits.depthMax) throw bodyProblem("body.tooDeep", path, { max: bodyLimits.depthMax });
  budget.nodes += 1;
  if (budget.nodes > bodyLimits.nodesMax) throw bodyProblem("body.tooManyNodes", path, { max: bodyLimits.nodesMax });
  const fields = readFields(value, nodeKeys, place);
  const type = fields.get("type");
  const content = fields.get("content") ?? [];
  if (typeof type !== "string") throw bodyProblem("body.unknownNode", path, { node: "" });
  if (!Array.isArray(content)) throw bodyProblem("body.badContent", path, { node: type });
  return { type, attrs: fields.get("attrs"), content, marks: fields.get("marks"), text: fields.get("text"), place };
}

/** A plain object's own entries. A Map, because keys such as `__proto__` are only harmless there. */
export function readFields(value: unknown, allowed: ReadonlySet<string>, place: ParsePlace): Map<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw bodyProblem("body.unknownNode", place.path, { node: "" });
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const key of fields.keys()) {
    if (!allowed.has(key)) throw bodyProblem("body.unknownAttribute", place.path, { attribute: key });
  }
  return fields;
}

/** Each child opened in turn, with its place. */
export function* childNodes(parent: RawNode): Generator<RawNode> {
  for (const [index, child] of parent.content.entries()) {
    yield readNode(child, { path: [...parent.place.path, index], budget: parent.place.budget });
  }
}

/** Attributes in their stored form; unknown names and values out of range are refused by name. */
export function readAttributes<Schema extends z.ZodType>(node: RawNode, schema: Schema): z.output<Schema> {
  return parseAttributes(node.attrs ?? {}, schema, node.place);
}

/** The same for the attributes of a mark. */
export function parseAttributes<Schema extends z.ZodType>(
  attrs: unknown,
  schema: Schema,
  place: ParsePlace,
): z.output<Schema> {
  const result = schema.safeParse(attrs);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    throw bodyProblem("body.unknownAttribute", place.path, { attribute: issue.keys[0] ?? "" });
  }
  throw bodyProblem("body.badAttribute", place.path, { attribute: issue?.path.join(".") ?? "" });
}

/** For a node that may not stand here: unknown altogether, or known and misplaced. */
export function misplaced(node: RawNode): Error {
  const reason = knownTypes.has(node.type) ? "body.badContent" : "body.unknownNode";
  return bodyProblem(reason, node.place.path, { node: node.type });
}

/** Leaves hold nothing, blocks carry no marks, only text nodes hold text: silently dropping either would lose an author's words. */
export function refuseExtras(node: RawNode, extras: { content?: boolean; marks?: boolean; text?: boolean }): void {
  const marked = node.marks !== undefined && !(Array.isArray(node.marks) && node.marks.length === 0);
  if (
    (!extras.content && node.content.length > 0) ||
    (!extras.marks && marked) ||
    (!extras.text && node.text !== undefined)
  ) {
    throw bodyProblem("body.badContent", node.place.path, { node: node.type });
  }
}
