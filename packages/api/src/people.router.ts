import { listPeople } from "@zhibu/core/tenancy/list-people";
import { branchProcedure, router } from "./kernel/trpc.ts";

export const peopleRouter = router({
  list: branchProcedure.query(({ ctx }) => listPeople(ctx.branch)),
});
