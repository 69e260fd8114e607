import type { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import { checkArticle } from "@zhibu/domain/checks/check-article";
import type { SelfCheck } from "@zhibu/domain/checks/self-check";
import { selfCheckVersion } from "@zhibu/domain/checks/self-check-keys";
import { illustrationSource } from "../demo/illustrations/scene-texts.ts";
import type { ArticlePlace, Person } from "./article-place.ts";
import type { ReplayedMove } from "./replay-story.ts";
import type { WrittenRevision } from "./revision-rows.ts";

/** One line of the audit trail, before it is chained to the one before it. */
export type Deed = {
  action: string;
  by: Person;
  at: Date;
  subject: { type: "article" | "publicity" | "objection"; id: string };
  changes: Record<string, string | number | boolean | null>;
};

const selfCheck: SelfCheck = {
  version: selfCheckVersion,
  legality: true,
  copyright: true,
  portrait: true,
  privacy: true,
  secrecy: true,
};

/** A move together with the text it moved. */
export type Told = { move: ReplayedMove; revision: WrittenRevision };

/** What was handed to review, with what the checks found at that moment. */
export function submissionRow(place: ArticlePlace, { move, revision }: Told): Prisma.SubmissionCreateManyInput {
  const by = place.person(move.by, move.at);
  const findings = checkArticle({
    ...revision.content,
    module: place.module,
    now: move.at,
    attachments: [],
    pictures: place.pictureId === null ? [] : [{ id: place.pictureId, source: illustrationSource }],
  });
  return {
    tenantId: place.tenantId,
    id: newId(),
    subjectType: "article",
    subjectId: place.articleId,
    revisionId: revision.id,
    selfCheck,
    findings: [...findings],
    submittedById: by.userId,
    submittedByName: by.name,
    submittedAt: move.at,
  };
}

export function eventRow(place: ArticlePlace, { move, revision }: Told): Prisma.WorkflowEventCreateManyInput {
  const by = place.person(move.by, move.at);
  return {
    tenantId: place.tenantId,
    id: newId(),
    subjectType: "article",
    subjectId: place.articleId,
    revisionId: revision.id,
    action: move.action,
    fromState: move.from,
    toState: move.to,
    actorId: by.userId,
    actorName: by.name,
    opinion: move.opinion,
    at: move.at,
  };
}

/** What the audit trail keeps of a move, as the use cases write it. */
function changesOf(place: ArticlePlace, { move, revision }: Told): Deed["changes"] {
  const { no } = place;
  const { from, to, opinion } = move;
  switch (move.action) {
    case "create":
      return { no, columnId: place.columnId };
    case "edit":
      return { no, revision: move.revision + 1, from, to };
    case "publish":
      return {
        no,
        revisionId: revision.id,
        contentHash: revision.content.contentHash,
        publishedAt: move.at.toISOString(),
      };
    case "withdraw":
      return { no, from, to, revisionId: revision.id, reason: opinion };
    default:
      return { no, revisionId: revision.id, from, to, ...(opinion === "" ? {} : { opinion }) };
  }
}

export function deedOf(place: ArticlePlace, told: Told): Deed {
  const { action, by, at } = told.move;
  return {
    action: `article.${action}`,
    by: place.person(by, at),
    at,
    subject: { type: "article", id: place.articleId },
    changes: changesOf(place, told),
  };
}
