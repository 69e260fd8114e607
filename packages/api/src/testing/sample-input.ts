import { z } from "zod";

type Schema = {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  format?: string;
  minLength?: number;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
};

/** Ids to put where a procedure asks for one, by the name of its field. */
export type SampleIds = (field: string) => string;

/** Positions and filters would hide what is asked for. */
const unfiltered: Readonly<Record<string, string | undefined>> = { cursor: undefined, search: "" };

/** Texts to try against a pattern. */
const texts = ["sample", "0373-3831234", "somebody@example.edu.cn", "2026-01-15"];

const emptyBody = { type: "doc", content: [{ type: "paragraph" }] };

/** An input that parses, made from the schema alone, with our ids wherever it asks for one, optional places included. */
export function sampleInput(schema: z.ZodObject, ids: SampleIds): Record<string, unknown> {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  const input = sample(json, "", ids) as Record<string, unknown>;
  // One that does not parse would be refused for the wrong reason, and the test be none.
  schema.parse(input);
  return input;
}

/** Whether an input has a place for an id. */
export function asksForIds(schema: z.ZodObject): boolean {
  let asked = false;
  sampleInput(schema, () => {
    asked = true;
    return "00000000-0000-4000-8000-000000000000";
  });
  return asked;
}

function sample(schema: Schema, field: string, ids: SampleIds): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return choice(schema.anyOf, field, ids);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sample(property, name, ids)]),
      );
    case "array":
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}, field, ids));
    case "string":
      return text(schema, field, ids);
    case "integer":
    case "number":
      return Math.max(0, schema.minimum ?? 0);
    case "boolean":
      return true;
    default:
      return field === "body" ? emptyBody : null;
  }
}

/** Nothing where nothing will do, unless it is an id that may stand there. */
function choice(options: readonly Schema[], field: string, ids: SampleIds): unknown {
  const nullable = options.some(({ type }) => type === "null");
  const rest = options.filter(({ type }) => type !== "null");
  const wanted = rest.find(({ format }) => format === "uuid") ?? (nullable ? null : rest[0]);
  return wanted ? sample(wanted, field, ids) : null;
}

function text({ format, pattern, minLength = 0 }: Schema, field: string, ids: SampleIds): string | undefined {
  if (format === "uuid") return ids(field);
  if (format === "date") return "2041-11-04";
  if (format === "date-time") return new Date(Date.now() + 86_400_000).toISOString();
  if (field in unfiltered) return unfiltered[field];
  const fitting =
    pattern === undefined ? texts[0] : texts.find((candidate) => new RegExp(pattern, "u").test(candidate));
  return (fitting ?? "").padEnd(minLength, "x");
}
