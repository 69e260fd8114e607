import { countDue } from "@zhibu/core/articles/count-due";
import { getDashboard } from "@zhibu/core/articles/get-dashboard";
import { getHandOver } from "@zhibu/core/articles/hand-over/get-hand-over";
import { listInbox } from "@zhibu/core/articles/list-inbox";
import { handOverRefInput } from "@zhibu/domain/tenancy/hand-over";
import { branchProcedure, personProcedure, router } from "./kernel/trpc.ts";

/** What a person begins the day with: the inbox over all their branches, and each branch's dashboard. */
export const deskRouter = router({
  inbox: personProcedure.query(({ ctx }) => listInbox(ctx.actor, ctx.now)),
  handOver: personProcedure.input(handOverRefInput).query(({ ctx, input }) => getHandOver(ctx, input)),
  due: personProcedure.query(({ ctx }) => countDue(ctx.actor, ctx.now)),
  dashboard: branchProcedure.query(({ ctx }) => getDashboard(ctx.branch)),
});
