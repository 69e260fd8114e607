import { approveArticle } from "@zhibu/core/articles/approve-article";
import { archiveArticle } from "@zhibu/core/articles/archive-article";
import { compareRevisions } from "@zhibu/core/articles/compare-revisions";
import { createArticle } from "@zhibu/core/articles/create-article";
import { discardWork } from "@zhibu/core/articles/discard-work";
import { getArticleForEditing } from "@zhibu/core/articles/get-article-for-editing";
import { getReview } from "@zhibu/core/articles/get-review";
import { handInArticle } from "@zhibu/core/articles/hand-in-article";
import { countArticles, listArticles } from "@zhibu/core/articles/list-articles";
import { listRevisions } from "@zhibu/core/articles/list-revisions";
import { pinArticle } from "@zhibu/core/articles/pin-article";
import { publishArticle } from "@zhibu/core/articles/publish-article";
import { recallArticle } from "@zhibu/core/articles/recall-article";
import { restoreRevision } from "@zhibu/core/articles/restore-revision";
import { returnArticle } from "@zhibu/core/articles/return-article";
import { saveArticle } from "@zhibu/core/articles/save-article";
import { scheduleArticle } from "@zhibu/core/articles/schedule-article";
import { submitArticle } from "@zhibu/core/articles/submit-article";
import { leavePresence, touchPresence } from "@zhibu/core/articles/touch-presence";
import { unscheduleArticle } from "@zhibu/core/articles/unschedule-article";
import { withdrawArticle } from "@zhibu/core/articles/withdraw-article";
import {
  approveArticleInput,
  articleActionInput,
  articleRefInput,
  createArticleInput,
  listArticlesInput,
  pinArticleInput,
  restoreRevisionInput,
  returnArticleInput,
  saveArticleInput,
  scheduleArticleInput,
  withdrawArticleInput,
} from "@zhibu/domain/articles/article-input";
import { compareRevisionsInput } from "@zhibu/domain/articles/compare-input";
import { submitArticleInput } from "@zhibu/domain/articles/submit-input";
import { branchProcedure, router } from "./kernel/trpc.ts";

export const articlesRouter = router({
  list: branchProcedure.input(listArticlesInput).query(({ ctx, input }) => listArticles(ctx.branch, input)),
  counts: branchProcedure.query(({ ctx }) => countArticles(ctx.branch)),
  forEditing: branchProcedure.input(articleRefInput).query(({ ctx, input }) => getArticleForEditing(ctx.branch, input)),
  review: branchProcedure.input(articleRefInput).query(({ ctx, input }) => getReview(ctx.branch, input)),
  revisions: branchProcedure.input(articleRefInput).query(({ ctx, input }) => listRevisions(ctx.branch, input)),
  compare: branchProcedure.input(compareRevisionsInput).query(({ ctx, input }) => compareRevisions(ctx.branch, input)),
  create: branchProcedure.input(createArticleInput).mutation(({ ctx, input }) => createArticle(ctx.branch, input)),
  save: branchProcedure.input(saveArticleInput).mutation(({ ctx, input }) => saveArticle(ctx.branch, input)),
  restore: branchProcedure.input(restoreRevisionInput).mutation(({ ctx, input }) => restoreRevision(ctx.branch, input)),
  discard: branchProcedure.input(articleActionInput).mutation(({ ctx, input }) => discardWork(ctx.branch, input)),
  handIn: branchProcedure.input(articleActionInput).mutation(({ ctx, input }) => handInArticle(ctx.branch, input)),
  submit: branchProcedure.input(submitArticleInput).mutation(({ ctx, input }) => submitArticle(ctx.branch, input)),
  recall: branchProcedure.input(articleActionInput).mutation(({ ctx, input }) => recallArticle(ctx.branch, input)),
  return: branchProcedure.input(returnArticleInput).mutation(({ ctx, input }) => returnArticle(ctx.branch, input)),
  approve: branchProcedure.input(approveArticleInput).mutation(({ ctx, input }) => approveArticle(ctx.branch, input)),
  publish: branchProcedure.input(articleActionInput).mutation(({ ctx, input }) => publishArticle(ctx.branch, input)),
  schedule: branchProcedure
    .input(scheduleArticleInput)
    .mutation(({ ctx, input }) => scheduleArticle(ctx.branch, input)),
  unschedule: branchProcedure
    .input(articleActionInput)
    .mutation(({ ctx, input }) => unscheduleArticle(ctx.branch, input)),
  withdraw: branchProcedure
    .input(withdrawArticleInput)
    .mutation(({ ctx, input }) => withdrawArticle(ctx.branch, input)),
  archive: branchProcedure.input(articleActionInput).mutation(({ ctx, input }) => archiveArticle(ctx.branch, input)),
  pin: branchProcedure.input(pinArticleInput).mutation(({ ctx, input }) => pinArticle(ctx.branch, input)),
  touchPresence: branchProcedure.input(articleRefInput).mutation(({ ctx, input }) => touchPresence(ctx.branch, input)),
  leavePresence: branchProcedure.input(articleRefInput).mutation(({ ctx, input }) => leavePresence(ctx.branch, input)),
});
