import type { Prisma } from "@zhibu/db/generated/client";
import type { DemoArticle } from "../demo/demo-article.ts";
import type { ArticlePlace } from "./article-place.ts";
import { deedOf, eventRow, submissionRow, type Deed, type Told } from "./history-rows.ts";
import { replayStory, type ReplayedArticle } from "./replay-story.ts";
import { mediaRows, revisionRows } from "./revision-rows.ts";

export type ArticleRows = {
  article: Prisma.ArticleCreateManyInput;
  /** Set once the revisions are there. */
  pointers: { id: string; live: string | null; working: string | null };
  revisions: Prisma.RevisionCreateManyInput[];
  media: Prisma.RevisionMediaCreateManyInput[];
  events: Prisma.WorkflowEventCreateManyInput[];
  submissions: Prisma.SubmissionCreateManyInput[];
  deeds: Deed[];
  views: number;
};

function articleRow(article: DemoArticle, place: ArticlePlace, replayed: ReplayedArticle): ArticleRows["article"] {
  const { visibility, workState, publishedAt, revisedAt, scheduledAt, withdrawnAt, submitted } = replayed;
  const [first] = article.story;
  const createdAt = first?.at ?? replayed.since;
  return {
    tenantId: place.tenantId,
    id: place.articleId,
    no: place.no,
    columnId: place.columnId,
    visibility,
    workState,
    title: article.title,
    pinnedAt: article.pinned ? publishedAt : null,
    scheduledAt,
    publishedAt,
    revisedAt,
    withdrawnAt,
    eventAt: publishedAt === null ? null : article.eventAt,
    submittedById: submitted && place.person(submitted.by, submitted.at).userId,
    submittedAt: submitted?.at ?? null,
    createdById: place.person(first?.by ?? "webmaster", createdAt).userId,
    workStateSince: replayed.since,
    version: article.story.length,
    createdAt,
    updatedAt: article.story.at(-1)?.at ?? createdAt,
  };
}

/** All rows of one article: as if its story had been lived through the console. */
export function articleRows(article: DemoArticle, place: ArticlePlace): ArticleRows {
  const replayed = replayStory(article.story);
  const revisions = revisionRows(article, place, replayed.revisions);
  const idAt = (index: number | null): string | null => (index === null ? null : (revisions[index]?.id ?? null));
  const told = replayed.moves.flatMap((move): Told[] => {
    const revision = revisions[move.revision];
    return revision ? [{ move, revision }] : [];
  });
  return {
    article: articleRow(article, place, replayed),
    pointers: { id: place.articleId, live: idAt(replayed.live), working: idAt(replayed.working) },
    revisions: revisions.map(({ row }) => row),
    media: revisions.flatMap(({ id }) => mediaRows(place, id)),
    events: told.filter(({ move }) => move.onTimeline).map((each) => eventRow(place, each)),
    submissions: told.filter(({ move }) => move.action === "submit").map((each) => submissionRow(place, each)),
    deeds: told.filter(({ move }) => move.action !== "beginChange").map((each) => deedOf(place, each)),
    views: article.views,
  };
}
