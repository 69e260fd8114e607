import { declineNomination, endNomination, featureNomination } from "@zhibu/core/articles/featured/decide-nomination";
import { countProposed, listNominations } from "@zhibu/core/articles/featured/list-nominations";
import {
  closeNominationInput,
  featureNominationInput,
  listNominationsInput,
} from "@zhibu/domain/articles/nomination-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** What branches propose for the portal's 经验交流, and what the office makes of it. */
export const officeNominationsRouter = router({
  list: officeProcedure.input(listNominationsInput).query(({ ctx, input }) => listNominations(ctx.office, input)),
  countProposed: officeProcedure.query(({ ctx }) => countProposed(ctx.office)),
  feature: officeProcedure
    .input(featureNominationInput)
    .mutation(({ ctx, input }) => featureNomination(ctx.office, input)),
  decline: officeProcedure
    .input(closeNominationInput)
    .mutation(({ ctx, input }) => declineNomination(ctx.office, input)),
  end: officeProcedure.input(closeNominationInput).mutation(({ ctx, input }) => endNomination(ctx.office, input)),
});
