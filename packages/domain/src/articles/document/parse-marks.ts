import { linkAttributes, noAttributes } from "./body-attributes.ts";
import { bodyLimits } from "./body-limits.ts";
import { bodyProblem } from "./body-problem.ts";
import { plainMarkTypes, type BodyMark, type PlainMarkType } from "./body-schema.ts";
import { normaliseHref } from "./link-address.ts";
import { parseAttributes, readFields, type ParsePlace, type RawNode } from "./read-node.ts";

const markKeys: ReadonlySet<string> = new Set(["type", "attrs"]);
const rank = new Map<string, number>([["link", 0], ...plainMarkTypes.map((type, index) => [type, index + 1] as const)]);

/** Marks without repetition and in their one stored order, so that equal formatting is equal JSON. */
export function parseMarks(node: RawNode): readonly BodyMark[] {
  const { marks, place } = node;
  if (marks === undefined || marks === null) return [];
  if (!Array.isArray(marks) || marks.length > bodyLimits.marksMax) throw bodyProblem("body.unknownMark", place.path);
  const list: readonly unknown[] = marks;
  const found = new Map<string, BodyMark>();
  for (const raw of list) {
    const mark = parseMark(raw, place);
    if (!found.has(mark.type)) found.set(mark.type, mark);
  }
  return [...found.values()].sort((a, b) => (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0));
}

function parseMark(raw: unknown, place: ParsePlace): BodyMark {
  const fields = readFields(raw, markKeys, place);
  const type = fields.get("type");
  const attrs = fields.get("attrs") ?? {};
  if (type === "link") {
    const { href } = parseAttributes(attrs, linkAttributes, place);
    const address = normaliseHref(href);
    if (address === undefined) throw bodyProblem("body.badLink", place.path, { href });
    return { type, attrs: { href: address } };
  }
  if (!isPlainMarkType(type)) {
    throw bodyProblem("body.unknownMark", place.path, { mark: typeof type === "string" ? type : "" });
  }
  parseAttributes(attrs, noAttributes, place);
  return { type };
}

function isPlainMarkType(type: unknown): type is PlainMarkType {
  return plainMarkTypes.some((known) => known === type);
}
