import { z } from "zod";
import { fileFindingKinds, type FileReading, readingStates, unreadReasons } from "./file-reading.ts";

const no = z.int().min(0);
const placeSchema = z.union([
  z.object({ at: z.enum(["page", "slide", "paragraph", "line"]), no }),
  z.object({ at: z.literal("tableRow"), table: z.int(), no }),
  z.object({ at: z.literal("cell"), sheet: z.string(), cell: z.string() }),
  z.object({ at: z.enum(["headerFooter", "notes", "comments", "properties", "name", "elsewhere"]) }),
]);

const findingsSchema = z.array(
  z.object({ kind: z.enum(fileFindingKinds), hint: z.string(), inner: z.string(), place: placeSchema }),
);

const rowSchema = z.object({
  state: z.enum(readingStates),
  reason: z.enum([...unreadReasons, ""]),
  findings: findingsSchema,
  findingCount: z.int(),
});

/** A reading as the database holds it. @throws ZodError for anything else. */
export function parseReading(row: {
  state: string;
  reason: string;
  findings: unknown;
  findingCount: number;
}): FileReading {
  const { reason, ...rest } = rowSchema.parse(row);
  return { ...rest, reason: reason === "" ? null : reason };
}
