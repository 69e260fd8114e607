import type { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import {
  nextPublicityState,
  type PublicityAction,
  type PublicityState,
} from "@zhibu/domain/publicity/publicity-states";
import type { AuditChanges } from "../audit/audit-hash.ts";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { recordEvent } from "../workflow/record-event.ts";
import { publicitySubject, type PublicityRow } from "./get-publicity-list.ts";

export type PublicityData = Omit<Prisma.PublicityListUncheckedUpdateManyInput, "version" | "tenantId" | "id">;

export type PublicityMove = {
  action: PublicityAction;
  reason?: string;
  data?: PublicityData;
  /** The text the move is about. */
  textId?: string;
  /** What else the trail has to know; never a name of the list. */
  changes?: AuditChanges;
};

export type MovedPublicity = { publicityId: string; version: number; state: PublicityState };

/** One move of a list: guarded write, timeline, audit. @throws AppError CONFLICT when its state has no such move. */
export async function movePublicity(
  tx: Tx,
  ctx: BranchContext,
  list: PublicityRow,
  move: PublicityMove,
): Promise<MovedPublicity> {
  const { action, reason, data, textId, changes } = move;
  const state = nextPublicityState(list.state, action);
  const moved = state === list.state ? {} : { stateSince: ctx.now() };
  await updateGuarded<PublicityData>(tx.publicityList, list, { ...data, ...moved, state });
  const subject = publicitySubject(list.id);
  await recordEvent(tx, ctx, subject, {
    action,
    from: list.state,
    to: state,
    revisionId: textId ?? list.textId,
    ...(reason ? { opinion: reason } : {}),
  });
  await audit(tx, ctx, `publicity.${action}`, subject, {
    no: list.no,
    from: list.state,
    to: state,
    ...(reason ? { reason } : {}),
    ...changes,
  });
  return { publicityId: list.id, version: list.version + 1, state };
}
