import { z } from "zod";
import { AppError } from "@zhibu/domain/kernel/app-error";

/** Where a keyset page ended: the sort instant and the id that breaks ties. */
export type Keyset = { at: Date; id: string };

const keysetSchema = z.tuple([z.iso.datetime(), z.uuid()]);

export function encodeCursor({ at, id }: Keyset): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** `null` for the first page. @throws AppError INVALID for a cursor we did not make. */
export function decodeCursor(cursor: string | undefined): Keyset | null {
  if (cursor === undefined) return null;
  try {
    const [at, id] = keysetSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch (cause) {
    throw new AppError("INVALID", "badCursor", {}, { cause });
  }
}

type Behind<Column extends string> = {
  AND?: ({ [K in Column]?: { lte: Date } } | { OR: ({ [K in Column]?: { lt: Date } } | { id: { lt: string } })[] })[];
};

/**
 * Which rows stand behind the cursor in a list ordered by `column`, then `id`, both descending; all of them for the first
 * page. The bound by itself lets an index begin at the cursor, which the alternative never does; that one sorts out the
 * rows of the same instant.
 */
export function behind<Column extends string>(column: Column, after: Keyset | null): Behind<Column> {
  if (after === null) return {};
  // A computed key forgets which name it is.
  const bound = { [column]: { lte: after.at } } as { [K in Column]: { lte: Date } };
  // The same.
  const earlier = { [column]: { lt: after.at } } as { [K in Column]: { lt: Date } };
  return { AND: [bound, { OR: [earlier, { id: { lt: after.id } }] }] };
}
