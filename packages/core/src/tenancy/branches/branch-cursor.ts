import { z } from "zod";
import { AppError } from "@zhibu/domain/kernel/app-error";

/** Where a page of branches ended: what it is ordered by, and the id that breaks ties. */
export type BranchKeyset = { value: number | string; id: string };

/** What branches are ordered by, by what it is compared as. */
export type BranchKeyKind = "number" | "text" | "instant";

const keysetSchemas = {
  number: z.tuple([z.int(), z.uuid()]),
  text: z.tuple([z.string().max(200), z.uuid()]),
  instant: z.tuple([z.iso.datetime(), z.uuid()]),
} as const satisfies Record<BranchKeyKind, z.ZodType>;

export function encodeBranchCursor({ value, id }: BranchKeyset): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

/** `null` for the first page. @throws AppError INVALID for a cursor we did not make for this order. */
export function decodeBranchCursor(cursor: string | undefined, kind: BranchKeyKind): BranchKeyset | null {
  if (cursor === undefined) return null;
  try {
    const [value, id] = keysetSchemas[kind].parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { value, id };
  } catch (cause) {
    throw new AppError("INVALID", "badCursor", {}, { cause });
  }
}
