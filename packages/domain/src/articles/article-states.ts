import { z } from "zod";
import { AppError } from "../kernel/app-error.ts";
import type { BranchPermission } from "../tenancy/permissions.ts";

/** State of the working revision: what the branch is doing with its next text. */
export const workStates = ["draft", "handed_in", "in_review", "returned", "approved", "scheduled", "failed"] as const;
export const workStateSchema = z.enum(workStates);
export type WorkState = z.infer<typeof workStateSchema>;

/** What readers get for the article's address. */
export const visibilities = ["unpublished", "live", "withdrawn", "archived"] as const;
export const visibilitySchema = z.enum(visibilities);
export type Visibility = z.infer<typeof visibilitySchema>;

export const workActions = [
  "edit",
  "handIn",
  "submit",
  "recall",
  "return",
  "approve",
  "schedule",
  "unschedule",
  "fail",
  "publish",
  "discard",
] as const;
export type WorkAction = (typeof workActions)[number];

type WorkTable = Record<WorkState, Partial<Record<WorkAction, WorkState | "done">>>;

/**
 * Moves of a working revision. `done` ends the work: the revision becomes the live one.
 * `discard` ends it without: the live text stays.
 * An edit after approval voids the approval: it leads back to draft. `fail` is what a scheduled publication that could not run leaves behind.
 */
export const workTransitions = {
  draft: { edit: "draft", handIn: "handed_in", submit: "in_review", discard: "done" },
  handed_in: { edit: "handed_in", submit: "in_review", return: "returned", recall: "draft" },
  in_review: { approve: "approved", return: "returned", recall: "draft" },
  returned: { edit: "draft", handIn: "handed_in", submit: "in_review", discard: "done" },
  approved: { edit: "draft", publish: "done", schedule: "scheduled", return: "returned" },
  scheduled: {
    edit: "draft",
    publish: "done",
    unschedule: "approved",
    schedule: "scheduled",
    return: "returned",
    fail: "failed",
  },
  failed: { edit: "draft", publish: "done", schedule: "scheduled", return: "returned" },
} as const satisfies WorkTable;

export type VisibilityAction = "publish" | "withdraw" | "archive";

/** Moves of what readers see. A withdrawn article comes back only as a newly approved revision. */
export const visibilityTransitions = {
  unpublished: { publish: "live", archive: "archived" },
  live: { publish: "live", withdraw: "withdrawn" },
  withdrawn: { publish: "live", archive: "archived" },
  archived: {},
} as const satisfies Record<Visibility, Partial<Record<VisibilityAction, Visibility>>>;

/** Which permission each move needs. `handed_in` is returned by a webmaster, `in_review` and later by who may approve: see `returnPermission`. */
export const workActionPermissions = {
  edit: "article:edit",
  handIn: "article:handIn",
  submit: "article:submit",
  recall: "article:recall",
  return: "article:approve",
  approve: "article:approve",
  schedule: "article:publish",
  unschedule: "article:publish",
  fail: "article:publish",
  publish: "article:publish",
  discard: "article:edit",
} as const satisfies Record<WorkAction, BranchPermission>;

/** Taking back a handed-in draft is its writer's; taking back a submission is the webmaster's. */
export function recallPermission(state: WorkState): BranchPermission {
  return state === "handed_in" ? "article:edit" : "article:recall";
}

/** Returning a handed-in draft is the webmaster's; returning a submitted one is the reviewer's. */
export function returnPermission(state: WorkState): BranchPermission {
  return state === "handed_in" ? "article:check" : workActionPermissions.return;
}

/** Moves that change nothing without a reason in words (opinions IV(1); DOMAIN §7). */
export const reasonRequired: readonly (WorkAction | VisibilityAction)[] = ["return", "withdraw"];

/** @throws AppError CONFLICT when the state has no such move. */
export function nextWorkState(state: WorkState, action: WorkAction): WorkState | "done" {
  const moves: Partial<Record<WorkAction, WorkState | "done">> = workTransitions[state];
  const next = moves[action];
  if (next === undefined) throw new AppError("CONFLICT", "article.wrongState", { state, action });
  return next;
}

/** @throws AppError CONFLICT when the visibility has no such move. */
export function nextVisibility(visibility: Visibility, action: VisibilityAction): Visibility {
  const moves: Partial<Record<VisibilityAction, Visibility>> = visibilityTransitions[visibility];
  const next = moves[action];
  if (next === undefined) throw new AppError("CONFLICT", "article.wrongVisibility", { state: visibility, action });
  return next;
}

/** Whether the move exists, for abilities sent to the screen. */
export function allowsWorkAction(state: WorkState | null, action: WorkAction): boolean {
  return state !== null && action in workTransitions[state];
}
