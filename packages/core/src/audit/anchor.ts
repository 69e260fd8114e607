import { z } from "zod";
import { canonicalHash } from "./audit-hash.ts";

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);

/** Where one chain stood. */
export const chainEndSchema = z.object({ chainId: z.uuid(), seq: z.int().min(1), hash: hashSchema });
export type ChainEnd = z.infer<typeof chainEndSchema>;

const anchorSchema = z.object({
  /** In Asia/Shanghai. */
  day: z.iso.date(),
  chains: z.array(chainEndSchema),
  /** Hash of the anchor before; the first names zeros. */
  prevHash: hashSchema,
  hash: hashSchema,
});

/** The end of every chain on one day, sealed and linked to the anchor before. */
export type Anchor = z.infer<typeof anchorSchema>;

/** SHA-256 over day, chains and the anchor before, hex. */
export function anchorHash({ day, chains, prevHash }: Omit<Anchor, "hash">): string {
  return canonicalHash({ day, chains, prevHash });
}

const format = "zhibu-audit-anchor-1";

const fileSchema = anchorSchema.extend({ format: z.literal(format), college: z.string() });

/** An anchor as it leaves the database: a text of its own that needs nothing else to be checked. */
export function anchorFile(anchor: Anchor, college: string): string {
  return `${JSON.stringify({ format, college, ...anchor }, null, 1)}\n`;
}

/** Reads an exported anchor; `null` for what is none, or what was changed since it was written. */
export function readAnchorFile(text: string): Anchor | null {
  try {
    const { format: _format, college: _college, ...anchor } = fileSchema.parse(JSON.parse(text));
    return anchorHash(anchor) === anchor.hash ? anchor : null;
  } catch {
    return null;
  }
}
