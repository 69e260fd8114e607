import { findByAddress } from "@zhibu/core/articles/take-downs/find-by-address";
import { listTakeDowns } from "@zhibu/core/articles/take-downs/list-take-downs";
import { findByAddressInput, listTakeDownsInput } from "@zhibu/domain/articles/take-down-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** Finding what is to be taken down, and what was; the deed itself is `articles.withdraw` in the branch. */
export const officeTakeDownsRouter = router({
  find: officeProcedure
    .input(findByAddressInput)
    .query(({ ctx, input }) => findByAddress(ctx.office, input, ctx.rootDomain)),
  list: officeProcedure.input(listTakeDownsInput).query(({ ctx, input }) => listTakeDowns(ctx.office, input)),
});
