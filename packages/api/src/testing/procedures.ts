import { z } from "zod";
import { rootRouter } from "../root.router.ts";

export type Procedure = { path: string; type: string; input: z.ZodObject | null };

type Definition = { type: string; inputs: readonly unknown[] };

/** Every procedure of the console with all its inputs merged into one object schema; `null` where it takes none. */
export function allProcedures(): Procedure[] {
  // tRPC keeps its flat list of procedures here; a change of its shape fails every test that loops over it.
  const definitions = Object.entries(rootRouter._def.procedures as unknown as Record<string, { _def: Definition }>);
  return definitions.map(
    ([
      path,
      {
        _def: { type, inputs },
      },
    ]) => ({ path, type, input: merged(path, inputs) }),
  );
}

function merged(path: string, inputs: readonly unknown[]): z.ZodObject | null {
  const schemas = inputs.map((input) => {
    if (!(input instanceof z.ZodObject)) throw new TypeError(`${path} takes something else than an object`);
    return input;
  });
  return schemas.length === 0
    ? null
    : z.object(Object.assign({}, ...schemas.map((schema) => schema.shape)) as z.ZodRawShape);
}

export function takesBranch({ input }: Procedure): boolean {
  return input !== null && "branch" in input.shape;
}
