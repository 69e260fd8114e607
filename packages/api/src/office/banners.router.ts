import { addBanner } from "@zhibu/core/tenancy/banners/add-banner";
import { endBanner } from "@zhibu/core/tenancy/banners/end-banner";
import { listBanners } from "@zhibu/core/tenancy/banners/list-banners";
import { addBannerInput, endBannerInput, listBannersInput } from "@zhibu/domain/tenancy/banners";
import { officeProcedure, router } from "../kernel/trpc.ts";

export const officeBannersRouter = router({
  list: officeProcedure.input(listBannersInput).query(({ ctx, input }) => listBanners(ctx.office, input)),
  add: officeProcedure.input(addBannerInput).mutation(({ ctx, input }) => addBanner(ctx.office, input)),
  end: officeProcedure.input(endBannerInput).mutation(({ ctx, input }) => endBanner(ctx.office, input)),
});
