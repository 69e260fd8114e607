import { listFindings } from "@zhibu/core/articles/corrections/list-findings";
import { dropScan, sendCorrections } from "@zhibu/core/articles/corrections/send-corrections";
import { addFact } from "@zhibu/core/baseline/add-fact";
import { addFactValue } from "@zhibu/core/baseline/add-fact-value";
import { archiveFact, renameFact } from "@zhibu/core/baseline/change-fact";
import { getFact } from "@zhibu/core/baseline/get-fact";
import { listFacts } from "@zhibu/core/baseline/list-facts";
import { voidFactValue } from "@zhibu/core/baseline/void-fact-value";
import {
  addFactInput,
  addFactValueInput,
  archiveFactInput,
  dropScanInput,
  factRefInput,
  listFindingsInput,
  renameFactInput,
  sendCorrectionsInput,
  voidFactValueInput,
} from "@zhibu/domain/baseline/baseline-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** Facts of the college, and the searches that their changes, and those of terms, set off. */
export const officeFactsRouter = router({
  list: officeProcedure.query(({ ctx }) => listFacts(ctx.office)),
  get: officeProcedure.input(factRefInput).query(({ ctx, input }) => getFact(ctx.office, input)),
  add: officeProcedure.input(addFactInput).mutation(({ ctx, input }) => addFact(ctx.office, input)),
  rename: officeProcedure.input(renameFactInput).mutation(({ ctx, input }) => renameFact(ctx.office, input)),
  archive: officeProcedure.input(archiveFactInput).mutation(({ ctx, input }) => archiveFact(ctx.office, input)),
  addValue: officeProcedure.input(addFactValueInput).mutation(({ ctx, input }) => addFactValue(ctx.office, input)),
  voidValue: officeProcedure.input(voidFactValueInput).mutation(({ ctx, input }) => voidFactValue(ctx.office, input)),
  findings: officeProcedure.input(listFindingsInput).query(({ ctx, input }) => listFindings(ctx.office, input)),
  send: officeProcedure.input(sendCorrectionsInput).mutation(({ ctx, input }) => sendCorrections(ctx.office, input)),
  drop: officeProcedure.input(dropScanInput).mutation(({ ctx, input }) => dropScan(ctx.office, input)),
});
