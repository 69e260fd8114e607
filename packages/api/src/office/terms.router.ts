import { addTerm } from "@zhibu/core/baseline/add-term";
import { changeTerm, retireTerm } from "@zhibu/core/baseline/change-term";
import { getTermProgress, listTerms } from "@zhibu/core/baseline/list-terms";
import {
  addTermInput,
  changeTermInput,
  listTermsInput,
  retireTermInput,
  termRefInput,
} from "@zhibu/domain/baseline/baseline-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

export const officeTermsRouter = router({
  list: officeProcedure.input(listTermsInput).query(({ ctx, input }) => listTerms(ctx.office, input)),
  progress: officeProcedure.input(termRefInput).query(({ ctx, input }) => getTermProgress(ctx.office, input)),
  add: officeProcedure.input(addTermInput).mutation(({ ctx, input }) => addTerm(ctx.office, input)),
  change: officeProcedure.input(changeTermInput).mutation(({ ctx, input }) => changeTerm(ctx.office, input)),
  retire: officeProcedure.input(retireTermInput).mutation(({ ctx, input }) => retireTerm(ctx.office, input)),
});
