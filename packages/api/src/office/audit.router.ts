import { getTrailStanding } from "@zhibu/core/audit/get-trail-standing";
import { listTrail } from "@zhibu/core/audit/list-trail";
import { searchTrailActors, searchTrailChains } from "@zhibu/core/audit/search-trail";
import { startTrailCheck } from "@zhibu/core/audit/start-trail-check";
import { listTrailInput, searchTrailInput, verifyTrailInput } from "@zhibu/domain/audit/trail-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

export const officeAuditRouter = router({
  list: officeProcedure.input(listTrailInput).query(({ ctx, input }) => listTrail(ctx.office, input)),
  actors: officeProcedure.input(searchTrailInput).query(({ ctx, input }) => searchTrailActors(ctx.office, input)),
  chains: officeProcedure.input(searchTrailInput).query(({ ctx, input }) => searchTrailChains(ctx.office, input)),
  standing: officeProcedure.query(({ ctx }) => getTrailStanding(ctx.office)),
  verify: officeProcedure.input(verifyTrailInput).mutation(({ ctx, input }) => startTrailCheck(ctx.office, input)),
});
