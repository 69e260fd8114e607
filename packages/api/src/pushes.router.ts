import { acceptOffer, declineOffer } from "@zhibu/core/articles/push/answer-offer";
import { listOffers } from "@zhibu/core/articles/push/list-offers";
import { previewOffer } from "@zhibu/core/articles/push/preview-offer";
import { saveIntroduction } from "@zhibu/core/articles/push/save-introduction";
import { unlinkCopy } from "@zhibu/core/articles/push/unlink-copy";
import {
  acceptOfferInput,
  declineOfferInput,
  listOffersInput,
  pushRefInput,
  saveIntroductionInput,
  unlinkCopyInput,
} from "@zhibu/domain/articles/push/push-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

/** What the office sent a branch, and what the branch does with it. */
export const pushesRouter = router({
  list: branchProcedure.input(listOffersInput).query(({ ctx, input }) => listOffers(ctx.branch, input)),
  preview: branchProcedure.input(pushRefInput).query(({ ctx, input }) => previewOffer(ctx.branch, input)),
  accept: branchProcedure.input(acceptOfferInput).mutation(({ ctx, input }) => acceptOffer(ctx.branch, input)),
  decline: branchProcedure.input(declineOfferInput).mutation(({ ctx, input }) => declineOffer(ctx.branch, input)),
  introduce: branchProcedure
    .input(saveIntroductionInput)
    .mutation(({ ctx, input }) => saveIntroduction(ctx.branch, input)),
  unlink: branchProcedure.input(unlinkCopyInput).mutation(({ ctx, input }) => unlinkCopy(ctx.branch, input)),
});
