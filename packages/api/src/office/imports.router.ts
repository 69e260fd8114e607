import { cancelImport, confirmImport } from "@zhibu/core/tenancy/people-import/confirm-import";
import { getImport, listImports } from "@zhibu/core/tenancy/people-import/get-import";
import { listImportRows } from "@zhibu/core/tenancy/people-import/list-import-rows";
import {
  confirmImportInput,
  importRefInput,
  listImportRowsInput,
} from "@zhibu/domain/tenancy/people-import/import-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** Excel files of people. The file itself comes by a route of the portal. */
export const officeImportsRouter = router({
  list: officeProcedure.query(({ ctx }) => listImports(ctx.office)),
  get: officeProcedure.input(importRefInput).query(({ ctx, input }) => getImport(ctx.office, input)),
  rows: officeProcedure.input(listImportRowsInput).query(({ ctx, input }) => listImportRows(ctx.office, input)),
  confirm: officeProcedure.input(confirmImportInput).mutation(({ ctx, input }) => confirmImport(ctx.office, input)),
  cancel: officeProcedure.input(importRefInput).mutation(({ ctx, input }) => cancelImport(ctx.office, input)),
});
