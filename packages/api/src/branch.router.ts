import { getBranchOverview } from "@zhibu/core/tenancy/get-branch-overview";
import { branchProcedure, router } from "./kernel/trpc.ts";

export const branchRouter = router({
  overview: branchProcedure.query(({ ctx }) => getBranchOverview(ctx.branch)),
});
