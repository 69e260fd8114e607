import { deleteMedia } from "@zhibu/core/media/delete-media";
import { listMedia } from "@zhibu/core/media/list-media";
import { updateMedia } from "@zhibu/core/media/update-media";
import { listMediaInput, mediaRefInput, updateMediaInput } from "@zhibu/domain/media/media-inputs";
import { branchProcedure, router } from "./kernel/trpc.ts";

/** Files themselves travel over `/api/upload` and `/api/media`. */
export const mediaRouter = router({
  list: branchProcedure.input(listMediaInput).query(({ ctx, input }) => listMedia(ctx.branch, input)),
  update: branchProcedure.input(updateMediaInput).mutation(({ ctx, input }) => updateMedia(ctx.branch, input)),
  delete: branchProcedure.input(mediaRefInput).mutation(({ ctx, input }) => deleteMedia(ctx.branch, input)),
});
