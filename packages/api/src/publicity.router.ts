import { createPublicity } from "@zhibu/core/publicity/create-publicity";
import { extendPublicity } from "@zhibu/core/publicity/extend-publicity";
import { getPublicity } from "@zhibu/core/publicity/get-publicity";
import { handleObjection, listObjections, readObjection } from "@zhibu/core/publicity/handle-objection";
import { listPublicity, listPublicityTypes } from "@zhibu/core/publicity/list-publicity";
import { countPublicity } from "@zhibu/core/publicity/publicity-counts";
import { readPublicityArchive } from "@zhibu/core/publicity/read-publicity-archive";
import { recallPublicity, returnPublicity } from "@zhibu/core/publicity/return-publicity";
import { savePublicity } from "@zhibu/core/publicity/save-publicity";
import { signCorrection, signPublicity } from "@zhibu/core/publicity/sign-publicity";
import { statePublicity } from "@zhibu/core/publicity/state-publicity";
import { submitPublicity } from "@zhibu/core/publicity/submit-publicity";
import { unsignPublicity } from "@zhibu/core/publicity/unsign-publicity";
import { withdrawPublicity } from "@zhibu/core/publicity/withdraw-publicity";
import { handleObjectionInput, listObjectionsInput, objectionRefInput } from "@zhibu/domain/publicity/objection-inputs";
import {
  createPublicityInput,
  extendPublicityInput,
  listPublicityInput,
  publicityActionInput,
  publicityReasonInput,
  publicityRefInput,
  readArchiveInput,
  savePublicityInput,
  statePublicityInput,
} from "@zhibu/domain/publicity/publicity-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

/** Publicity lists (公示) and the objections to them. */
export const publicityRouter = router({
  list: branchProcedure.input(listPublicityInput).query(({ ctx, input }) => listPublicity(ctx.branch, input)),
  counts: branchProcedure.query(({ ctx }) => countPublicity(ctx.branch)),
  types: branchProcedure.query(({ ctx }) => listPublicityTypes(ctx.branch)),
  get: branchProcedure.input(publicityRefInput).query(({ ctx, input }) => getPublicity(ctx.branch, input)),
  create: branchProcedure.input(createPublicityInput).mutation(({ ctx, input }) => createPublicity(ctx.branch, input)),
  save: branchProcedure.input(savePublicityInput).mutation(({ ctx, input }) => savePublicity(ctx.branch, input)),
  submit: branchProcedure.input(publicityActionInput).mutation(({ ctx, input }) => submitPublicity(ctx.branch, input)),
  recall: branchProcedure.input(publicityActionInput).mutation(({ ctx, input }) => recallPublicity(ctx.branch, input)),
  return: branchProcedure.input(publicityReasonInput).mutation(({ ctx, input }) => returnPublicity(ctx.branch, input)),
  sign: branchProcedure.input(publicityActionInput).mutation(({ ctx, input }) => signPublicity(ctx.branch, input)),
  unsign: branchProcedure.input(publicityReasonInput).mutation(({ ctx, input }) => unsignPublicity(ctx.branch, input)),
  signCorrection: branchProcedure
    .input(publicityReasonInput)
    .mutation(({ ctx, input }) => signCorrection(ctx.branch, input)),
  extend: branchProcedure.input(extendPublicityInput).mutation(({ ctx, input }) => extendPublicity(ctx.branch, input)),
  withdraw: branchProcedure
    .input(publicityReasonInput)
    .mutation(({ ctx, input }) => withdrawPublicity(ctx.branch, input)),
  state: branchProcedure.input(statePublicityInput).mutation(({ ctx, input }) => statePublicity(ctx.branch, input)),
  archive: branchProcedure
    .input(readArchiveInput)
    .mutation(({ ctx, input }) => readPublicityArchive(ctx.branch, input)),
  objections: branchProcedure.input(listObjectionsInput).query(({ ctx, input }) => listObjections(ctx.branch, input)),
  readObjection: branchProcedure
    .input(objectionRefInput)
    .mutation(({ ctx, input }) => readObjection(ctx.branch, input)),
  handleObjection: branchProcedure
    .input(handleObjectionInput)
    .mutation(({ ctx, input }) => handleObjection(ctx.branch, input)),
});
