import { addPage } from "@zhibu/core/baseline/add-page";
import { changePage, hidePage, orderPages } from "@zhibu/core/baseline/change-page";
import { findPageArticles, listPages } from "@zhibu/core/baseline/list-pages";
import {
  addPageInput,
  changePageInput,
  findPageArticlesInput,
  hidePageInput,
  orderPagesInput,
} from "@zhibu/domain/baseline/baseline-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

export const officePagesRouter = router({
  list: officeProcedure.query(({ ctx }) => listPages(ctx.office)),
  articles: officeProcedure.input(findPageArticlesInput).query(({ ctx, input }) => findPageArticles(ctx.office, input)),
  add: officeProcedure.input(addPageInput).mutation(({ ctx, input }) => addPage(ctx.office, input)),
  change: officeProcedure.input(changePageInput).mutation(({ ctx, input }) => changePage(ctx.office, input)),
  hide: officeProcedure.input(hidePageInput).mutation(({ ctx, input }) => hidePage(ctx.office, input)),
  order: officeProcedure.input(orderPagesInput).mutation(({ ctx, input }) => orderPages(ctx.office, input)),
});
