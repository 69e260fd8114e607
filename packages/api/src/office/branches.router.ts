import { archiveBranch, suspendBranch } from "@zhibu/core/tenancy/branches/close-branch";
import { findMergeTargets } from "@zhibu/core/tenancy/branches/find-merge-targets";
import { getOfficeBranch } from "@zhibu/core/tenancy/branches/get-office-branch";
import { listOfficeBranches } from "@zhibu/core/tenancy/branches/list-office-branches";
import { mergeBranch } from "@zhibu/core/tenancy/branches/merge-branch";
import { openBranch } from "@zhibu/core/tenancy/branches/open-branch";
import { renameBranch } from "@zhibu/core/tenancy/branches/rename-branch";
import { reopenBranch } from "@zhibu/core/tenancy/branches/reopen-branch";
import { deleteSavedView, listSavedViews, saveView } from "@zhibu/core/tenancy/branches/saved-views";
import { setCustomDomain } from "@zhibu/core/tenancy/branches/set-custom-domain";
import { suggestBranchSlug } from "@zhibu/core/tenancy/branches/suggest-branch-slug";
import {
  branchRefInput,
  closeBranchInput,
  findMergeTargetsInput,
  getOfficeBranchInput,
  mergeBranchInput,
  openBranchInput,
  renameBranchInput,
  setCustomDomainInput,
  suggestBranchSlugInput,
} from "@zhibu/domain/tenancy/branch-inputs";
import {
  deleteSavedViewInput,
  listOfficeBranchesInput,
  listSavedViewsInput,
  saveViewInput,
} from "@zhibu/domain/tenancy/branch-overview";
import { officeProcedure, router } from "../kernel/trpc.ts";

export const officeBranchesRouter = router({
  list: officeProcedure.input(listOfficeBranchesInput).query(({ ctx, input }) => listOfficeBranches(ctx.office, input)),
  get: officeProcedure.input(getOfficeBranchInput).query(({ ctx, input }) => getOfficeBranch(ctx.office, input)),
  suggestSlug: officeProcedure
    .input(suggestBranchSlugInput)
    .query(({ ctx, input }) => suggestBranchSlug(ctx.office, input)),
  mergeTargets: officeProcedure
    .input(findMergeTargetsInput)
    .query(({ ctx, input }) => findMergeTargets(ctx.office, input)),
  open: officeProcedure.input(openBranchInput).mutation(({ ctx, input }) => openBranch(ctx.office, input)),
  rename: officeProcedure.input(renameBranchInput).mutation(({ ctx, input }) => renameBranch(ctx.office, input)),
  setDomain: officeProcedure
    .input(setCustomDomainInput)
    .mutation(({ ctx, input }) => setCustomDomain(ctx.office, input, ctx.rootDomain)),
  suspend: officeProcedure.input(closeBranchInput).mutation(({ ctx, input }) => suspendBranch(ctx.office, input)),
  reopen: officeProcedure.input(branchRefInput).mutation(({ ctx, input }) => reopenBranch(ctx.office, input)),
  archive: officeProcedure.input(closeBranchInput).mutation(({ ctx, input }) => archiveBranch(ctx.office, input)),
  merge: officeProcedure.input(mergeBranchInput).mutation(({ ctx, input }) => mergeBranch(ctx.office, input)),
  views: officeProcedure.input(listSavedViewsInput).query(({ ctx, input }) => listSavedViews(ctx.office, input)),
  saveView: officeProcedure.input(saveViewInput).mutation(({ ctx, input }) => saveView(ctx.office, input)),
  deleteView: officeProcedure
    .input(deleteSavedViewInput)
    .mutation(({ ctx, input }) => deleteSavedView(ctx.office, input)),
});
