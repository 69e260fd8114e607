import { AppError } from "../kernel/app-error.ts";

/** How far an objection has been handled; the receipt shows its sender this and nothing else. */
export const objectionStates = ["received", "accepted", "investigated", "upheld", "not_upheld"] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionActions = ["accept", "investigate", "uphold", "dismiss"] as const;
export type ObjectionAction = (typeof objectionActions)[number];

/** Moves of an objection; each is recorded with what was found, and a sender who gave a name gets an answer. */
export const objectionTransitions = {
  received: { accept: "accepted" },
  accepted: { investigate: "investigated" },
  investigated: { uphold: "upheld", dismiss: "not_upheld" },
  upheld: {},
  not_upheld: {},
} as const satisfies Record<ObjectionState, Partial<Record<ObjectionAction, ObjectionState>>>;

/** @throws AppError CONFLICT when the state has no such move. */
export function nextObjectionState(state: ObjectionState, action: ObjectionAction): ObjectionState {
  const moves: Partial<Record<ObjectionAction, ObjectionState>> = objectionTransitions[state];
  const next = moves[action];
  if (next === undefined) throw new AppError("CONFLICT", "objection.wrongState", { state, action });
  return next;
}

/** An open objection holds the result statement and the next step of whoever is on the list. */
export function isOpenObjection(state: ObjectionState): boolean {
  return Object.keys(objectionTransitions[state]).length > 0;
}
