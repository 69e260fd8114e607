import { AppError } from "../kernel/app-error.ts";

export const branchStates = ["open", "suspended", "archived"] as const;
export type BranchState = (typeof branchStates)[number];

const branchKinds = ["general", "direct", "office"] as const;
export type BranchKind = (typeof branchKinds)[number];

type BranchAction = "suspend" | "reopen" | "archive" | "merge";

const transitions = {
  open: { suspend: "suspended", archive: "archived", merge: "archived" },
  suspended: { reopen: "open", archive: "archived", merge: "archived" },
  archived: { reopen: "open" },
} as const satisfies Record<BranchState, Partial<Record<BranchAction, BranchState>>>;

/** What of a branch decides what may become of its site. */
export type BranchStanding = { state: BranchState; kind: BranchKind; mergedIntoId: string | null };

/** The state an action leads to, or `null` where it can't be done: the office's site always stays, a merged branch never returns. */
function findNextBranchState(branch: BranchStanding, action: BranchAction): BranchState | null {
  if (branch.kind === "office" || branch.mergedIntoId !== null) return null;
  const moves: Partial<Record<BranchAction, BranchState>> = transitions[branch.state];
  return moves[action] ?? null;
}

/** @throws AppError CONFLICT where the branch stands in no such state. */
export function nextBranchState(branch: BranchStanding, action: BranchAction): BranchState {
  if (branch.kind === "office") throw new AppError("CONFLICT", "branch.officeStays");
  if (branch.mergedIntoId !== null) throw new AppError("CONFLICT", "branch.mergedAlready");
  const next = findNextBranchState(branch, action);
  if (next === null) throw new AppError("CONFLICT", "branch.wrongState");
  return next;
}

export type BranchAbilities = Record<BranchAction, boolean>;

/** What may be done with a branch as it stands, by who may manage branches. */
export function branchAbilities(branch: BranchStanding, mayManage: boolean): BranchAbilities {
  const may = (action: BranchAction) => mayManage && findNextBranchState(branch, action) !== null;
  return { suspend: may("suspend"), reopen: may("reopen"), archive: may("archive"), merge: may("merge") };
}
