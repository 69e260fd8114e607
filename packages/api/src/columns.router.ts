import { addColumn } from "@zhibu/core/columns/add-column";
import { deleteColumn } from "@zhibu/core/columns/delete-column";
import { hideColumn, showColumn } from "@zhibu/core/columns/hide-column";
import { listColumns } from "@zhibu/core/columns/list-columns";
import { moveColumn } from "@zhibu/core/columns/move-column";
import { orderColumns } from "@zhibu/core/columns/order-columns";
import { renameColumn } from "@zhibu/core/columns/rename-column";
import { setColumnCadence } from "@zhibu/core/columns/set-column-cadence";
import { suggestColumnSlug } from "@zhibu/core/columns/suggest-column-slug";
import {
  addColumnInput,
  columnRefInput,
  moveColumnInput,
  orderColumnsInput,
  renameColumnInput,
  setColumnCadenceInput,
  suggestColumnSlugInput,
} from "@zhibu/domain/columns/column-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

export const columnsRouter = router({
  list: branchProcedure.query(({ ctx }) => listColumns(ctx.branch)),
  suggestSlug: branchProcedure
    .input(suggestColumnSlugInput)
    .query(({ ctx, input }) => suggestColumnSlug(ctx.branch, input)),
  add: branchProcedure.input(addColumnInput).mutation(({ ctx, input }) => addColumn(ctx.branch, input)),
  rename: branchProcedure.input(renameColumnInput).mutation(({ ctx, input }) => renameColumn(ctx.branch, input)),
  setCadence: branchProcedure
    .input(setColumnCadenceInput)
    .mutation(({ ctx, input }) => setColumnCadence(ctx.branch, input)),
  order: branchProcedure.input(orderColumnsInput).mutation(({ ctx, input }) => orderColumns(ctx.branch, input)),
  move: branchProcedure.input(moveColumnInput).mutation(({ ctx, input }) => moveColumn(ctx.branch, input)),
  hide: branchProcedure.input(columnRefInput).mutation(({ ctx, input }) => hideColumn(ctx.branch, input)),
  show: branchProcedure.input(columnRefInput).mutation(({ ctx, input }) => showColumn(ctx.branch, input)),
  delete: branchProcedure.input(columnRefInput).mutation(({ ctx, input }) => deleteColumn(ctx.branch, input)),
});
