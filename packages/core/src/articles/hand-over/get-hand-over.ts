import type { Prisma } from "@zhibu/db/generated/client";
import { withOffice } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { HandOverItems, HandOverRefInput } from "@zhibu/domain/tenancy/hand-over";
import type { PersonContext } from "../../tenancy/person-context.ts";

/** Written by `handOver` alone. */
function readItems(items: Prisma.JsonValue): HandOverItems {
  // The shape is the writer's.
  return items as HandOverItems;
}

/** The list as it was signed off: for who gave, who received, and the office. To everybody else it does not exist. */
export async function getHandOver({ actor }: PersonContext, { handOverId }: HandOverRefInput) {
  const row = await withOffice((tx) => tx.handOver.findFirst({ where: { id: handOverId } }));
  if (!row) throw notFound("handOver.missing");
  const party = row.fromUserId === actor.userId || row.toUserId === actor.userId;
  if (!party && !canInCollege(actor.collegeRoles, "person:oversee")) throw notFound("handOver.missing");
  const { id, fromName, toName, doneByName, at } = row;
  return { id, fromName, toName, doneByName, at, ...readItems(row.items) };
}

export type HandOverList = Awaited<ReturnType<typeof getHandOver>>;
