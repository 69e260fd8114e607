import type { Actor } from "@zhibu/domain/tenancy/actor";
import { listInbox } from "./list-inbox.ts";

/** How many matters of the inbox wait for this person to act; what only takes its course is not among them. */
export async function countDue(actor: Actor, now: () => Date): Promise<{ count: number }> {
  const { items } = await listInbox(actor, now);
  return { count: items.filter(({ reason }) => reason !== "scheduled").length };
}
