import type { TrailItem } from "@zhibu/core/audit/list-trail";
import type { AuditWords } from "./describe-changes.ts";

type Actor = Pick<TrailItem, "actorId" | "actorName">;

/** Whose deed a record is. What the system does by itself bears no name or this one; who runs the server is named. */
export function actorText(words: Pick<AuditWords, "system">, item: Actor): string {
  const { actorId, actorName } = item;
  return actorId === null && (actorName === "" || actorName === "system") ? words.system : actorName;
}
