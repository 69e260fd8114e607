import { AppError } from "../kernel/app-error.ts";

/** Where a publicity list stands. Names are before readers in `running` alone. */
export const publicityStates = [
  "draft",
  "in_review",
  "returned",
  "signed",
  "running",
  "ended",
  "stated",
  "withdrawn",
] as const;
export type PublicityState = (typeof publicityStates)[number];

export const publicityActions = [
  "edit",
  "submit",
  "recall",
  "return",
  "sign",
  "unsign",
  "start",
  "correct",
  "extend",
  "end",
  "state",
  "withdraw",
] as const;
export type PublicityAction = (typeof publicityActions)[number];

/**
 * Moves of a list (DOMAIN §3). Whoever prepared it does not sign it (four eyes); `start` and `end` are the clock's.
 * A correction restarts the period and leaves the list running; `state` publishes the result statement.
 * `ended` is left only by the statement: an open objection holds it.
 */
export const publicityTransitions = {
  draft: { edit: "draft", submit: "in_review" },
  in_review: { return: "returned", recall: "draft", sign: "signed" },
  returned: { edit: "draft", submit: "in_review" },
  signed: { unsign: "draft", start: "running" },
  running: { correct: "running", extend: "running", end: "ended", withdraw: "withdrawn" },
  ended: { state: "stated" },
  stated: {},
  withdrawn: {},
} as const satisfies Record<PublicityState, Partial<Record<PublicityAction, PublicityState>>>;

/** Moves that change nothing without a reason in words. */
export const publicityReasonRequired: readonly PublicityAction[] = [
  "return",
  "unsign",
  "correct",
  "extend",
  "withdraw",
];

/** @throws AppError CONFLICT when the state has no such move. */
export function nextPublicityState(state: PublicityState, action: PublicityAction): PublicityState {
  const moves: Partial<Record<PublicityAction, PublicityState>> = publicityTransitions[state];
  const next = moves[action];
  if (next === undefined) throw new AppError("CONFLICT", "publicity.wrongState", { state, action });
  return next;
}

/** What can be done with a list now; on a running one the moves of the correction that is prepared or handed in, too. */
export function openMoves(list: {
  state: PublicityState;
  prepared: boolean;
  handedIn: boolean;
}): ReadonlySet<PublicityAction> {
  // The table's own keys.
  const moves = Object.keys(publicityTransitions[list.state]) as PublicityAction[];
  if (list.state !== "running") return new Set(moves);
  const others = moves.filter((action) => action !== "correct");
  if (list.handedIn) return new Set([...others, "recall", "return", "sign"]);
  return new Set(list.prepared ? [...others, "edit", "submit"] : [...others, "edit"]);
}

/** Whether readers see the names: never before the signature, never after the period. */
export function showsNames(state: PublicityState): boolean {
  return state === "running";
}
