import { getBranchSettings } from "@zhibu/core/tenancy/get-branch-settings";
import { updateBranchSettings } from "@zhibu/core/tenancy/update-branch-settings";
import { updateBranchSettingsInput } from "@zhibu/domain/tenancy/settings-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

export const branchSettingsRouter = router({
  get: branchProcedure.query(({ ctx }) => getBranchSettings(ctx.branch)),
  update: branchProcedure
    .input(updateBranchSettingsInput)
    .mutation(({ ctx, input }) => updateBranchSettings(ctx.branch, input)),
});
