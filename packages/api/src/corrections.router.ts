import { acceptCorrection } from "@zhibu/core/articles/corrections/accept-correction";
import { dismissCorrection } from "@zhibu/core/articles/corrections/dismiss-correction";
import { listCorrections } from "@zhibu/core/articles/corrections/list-corrections";
import { getBaseline } from "@zhibu/core/baseline/get-baseline";
import {
  acceptCorrectionInput,
  dismissCorrectionInput,
  listCorrectionsInput,
} from "@zhibu/domain/baseline/baseline-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

/** What the college's baseline asks of a branch, and the baseline itself for whoever writes. */
export const correctionsRouter = router({
  baseline: branchProcedure.query(({ ctx }) => getBaseline(ctx.branch)),
  list: branchProcedure.input(listCorrectionsInput).query(({ ctx, input }) => listCorrections(ctx.branch, input)),
  accept: branchProcedure
    .input(acceptCorrectionInput)
    .mutation(({ ctx, input }) => acceptCorrection(ctx.branch, input)),
  dismiss: branchProcedure
    .input(dismissCorrectionInput)
    .mutation(({ ctx, input }) => dismissCorrection(ctx.branch, input)),
});
