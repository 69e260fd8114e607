import {
  allowsWorkAction,
  returnPermission,
  recallPermission,
  visibilityTransitions,
  workActionPermissions,
  type WorkAction,
} from "@zhibu/domain/articles/article-states";
import { isIdle, mayWrite } from "@zhibu/domain/articles/revision-rules";
import { canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import type { ArticleRow } from "./get-article.ts";

export type ArticleAbilities = Record<
  | "edit"
  | "handIn"
  | "submit"
  | "recall"
  | "return"
  | "approve"
  | "publish"
  | "approveAndPublish"
  | "schedule"
  | "unschedule"
  | "discard"
  | "withdraw"
  | "archive"
  | "pin"
  | "introduce"
  | "unlink",
  boolean
> & {
  /** The person could approve but submitted this text: the screen says who can. */
  fourEyes: boolean;
};

type Subject = Pick<
  ArticleRow,
  | "workState"
  | "visibility"
  | "liveRevisionId"
  | "submittedById"
  | "createdById"
  | "responsibleId"
  | "linkedPushId"
  | "linkedRequired"
>;

/** What the caller may do with the article now, from the same tables the use cases obey. */
export function articleAbilities(ctx: BranchContext, article: Subject): ArticleAbilities {
  return { ...workAbilities(ctx, article), ...visibilityAbilities(ctx, article), ...linkAbilities(ctx, article) };
}

function workAbilities(ctx: BranchContext, article: Subject) {
  const { roles, userId } = ctx.actor;
  const { workState } = article;
  const writes = mayWrite(roles, userId, article);
  const exists = (action: WorkAction) => allowsWorkAction(workState, action);
  const moves = (action: WorkAction) => exists(action) && can(roles, workActionPermissions[action]);
  const ownSubmission = article.submittedById === userId;
  const approves = moves("approve");
  return {
    edit:
      writes &&
      article.linkedPushId === null &&
      article.visibility !== "archived" &&
      (workState === null || exists("edit")),
    handIn: writes && moves("handIn"),
    submit: moves("submit"),
    recall: writes && workState !== null && exists("recall") && can(roles, recallPermission(workState)),
    return: workState !== null && exists("return") && can(roles, returnPermission(workState)),
    approve: approves && !ownSubmission,
    approveAndPublish: approves && !ownSubmission && can(roles, "article:publish"),
    publish: moves("publish"),
    schedule: moves("schedule"),
    unschedule: moves("unschedule"),
    discard: writes && moves("discard") && article.liveRevisionId !== null,
    fourEyes: approves && ownSubmission,
  };
}

/** What follows a push: its introduction is the branch's, and so is the decision to follow no more. */
function linkAbilities(ctx: BranchContext, article: Subject) {
  const { roles, userId } = ctx.actor;
  const follows = article.linkedPushId !== null && article.visibility === "live";
  const { workState } = article;
  return {
    introduce:
      follows && mayWrite(roles, userId, article) && (workState === null || allowsWorkAction(workState, "edit")),
    unlink: follows && workState === null && can(roles, "push:answer"),
  };
}

function visibilityAbilities(ctx: BranchContext, { workState, visibility, linkedRequired }: Subject) {
  const { roles } = ctx.actor;
  const moves = visibilityTransitions[visibility];
  return {
    withdraw:
      "withdraw" in moves &&
      can(roles, "article:withdraw") &&
      (!linkedRequired || canInCollege(roles.college, "push:send")),
    archive: "archive" in moves && isIdle(workState) && can(roles, "article:archive"),
    pin: visibility === "live" && can(roles, "article:pin"),
  };
}
