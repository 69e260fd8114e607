import type { AuditAnchor } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { dateOf, dayOf } from "../kernel/day-of.ts";
import type { Anchor, ChainEnd } from "./anchor.ts";

/** An anchor's row as the hash was made over it. */
export function anchorOfRow({ day, chains, prevHash, hash }: Omit<AuditAnchor, "id" | "createdAt">): Anchor {
  // Written by `takeAnchor`; whoever changed it since is found out by the hash.
  return { day: dayOf(day), chains: chains as ChainEnd[], prevHash, hash };
}

/** Anchors in order of their day, from a day on. */
export async function listAnchors(tx: Tx, fromDay = "0001-01-01"): Promise<Anchor[]> {
  const rows = await tx.auditAnchor.findMany({ where: { day: { gte: dateOf(fromDay) } }, orderBy: { day: "asc" } });
  return rows.map(anchorOfRow);
}
