import { proposeNomination } from "@zhibu/core/articles/featured/propose-nomination";
import { withdrawNomination } from "@zhibu/core/articles/featured/withdraw-nomination";
import { proposeNominationInput, withdrawNominationInput } from "@zhibu/domain/articles/nomination-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

/** A branch's proposals for the portal's 经验交流; where one stands comes with its article. */
export const nominationsRouter = router({
  propose: branchProcedure
    .input(proposeNominationInput)
    .mutation(({ ctx, input }) => proposeNomination(ctx.branch, input)),
  withdraw: branchProcedure
    .input(withdrawNominationInput)
    .mutation(({ ctx, input }) => withdrawNomination(ctx.branch, input)),
});
