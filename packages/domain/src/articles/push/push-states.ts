import { AppError } from "../../kernel/app-error.ts";
import { copyStates, type CopyState, type PushMode } from "./push-names.ts";

export const copyActions = ["show", "draft", "decline", "fail", "retry", "unlink", "recall"] as const;
export type CopyAction = (typeof copyActions)[number];

/**
 * Moves of a copy. What was declined may be accepted after all; what was unlinked or left as a draft is the branch's
 * own article from then on and is reached by no recall: the branch is told instead.
 */
export const copyTransitions = {
  waiting: { show: "shown", draft: "drafted", decline: "declined", fail: "failed", recall: "recalled" },
  shown: { decline: "declined", unlink: "unlinked", recall: "recalled" },
  drafted: {},
  declined: { show: "shown" },
  failed: { retry: "waiting", recall: "recalled" },
  unlinked: {},
  recalled: {},
} as const satisfies Record<CopyState, Partial<Record<CopyAction, CopyState>>>;

/** Which action delivery takes by itself; `null` where the branch has to answer. */
export const deliveries = { required: "show", optional: null, draft: "draft" } as const satisfies Record<
  PushMode,
  CopyAction | null
>;

/** @throws AppError CONFLICT when the state has no such move. */
export function nextCopyState(state: CopyState, action: CopyAction): CopyState {
  const moves: Partial<Record<CopyAction, CopyState>> = copyTransitions[state];
  const next = moves[action];
  if (next === undefined) throw new AppError("CONFLICT", "push.wrongState", { state, action });
  return next;
}

/** Whether the move exists, for abilities sent to the screen. */
export function allowsCopyAction(state: CopyState, action: CopyAction): boolean {
  return action in copyTransitions[state];
}

/** The states a recall takes away from readers or from the inbox. */
export const recallableStates = copyStates.filter((state) => allowsCopyAction(state, "recall"));
