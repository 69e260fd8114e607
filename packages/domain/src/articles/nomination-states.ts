import { AppError } from "../kernel/app-error.ts";

export type NominationState = "proposed" | "featured" | "declined" | "ended";
export type NominationAction = "propose" | "withdraw" | "feature" | "decline" | "end";

/** Where a proposal goes. What was declined or has ended may be proposed again. */
export const nominationTransitions = {
  proposed: { withdraw: "ended", feature: "featured", decline: "declined" },
  featured: { end: "ended" },
  declined: { propose: "proposed" },
  ended: { propose: "proposed" },
} as const satisfies Record<NominationState, Partial<Record<NominationAction, NominationState>>>;

/** @throws AppError CONFLICT when the state has no such move. */
export function nextNominationState(state: NominationState, action: NominationAction): NominationState {
  const moves: Partial<Record<NominationAction, NominationState>> = nominationTransitions[state];
  const next = moves[action];
  if (next === undefined) throw new AppError("CONFLICT", "nomination.wrongState", { state, action });
  return next;
}

/** Whether the state has the move, for abilities sent to the screen. */
export function allowsNominationAction(state: NominationState, action: NominationAction): boolean {
  return action in nominationTransitions[state];
}
