import { checkCopies } from "@zhibu/core/articles/push/check-copies";
import { findPushable } from "@zhibu/core/articles/push/find-pushable";
import { listCopies } from "@zhibu/core/articles/push/list-copies";
import { listOrigins } from "@zhibu/core/articles/push/list-origins";
import { getPush, listPushes } from "@zhibu/core/articles/push/list-pushes";
import { listPushTargets } from "@zhibu/core/articles/push/push-targets";
import { recallPush } from "@zhibu/core/articles/push/recall-push";
import { retryPush } from "@zhibu/core/articles/push/retry-push";
import { sendPush } from "@zhibu/core/articles/push/send-push";
import {
  checkCopiesInput,
  findPushableInput,
  listCopiesInput,
  listPushesInput,
  pushRefInput,
  pushTargetsInput,
  recallPushInput,
  retryPushInput,
  sendPushInput,
} from "@zhibu/domain/articles/push/push-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** Central push (统一推送): what the office sends to branches, and how it stands in each. */
export const officePushesRouter = router({
  list: officeProcedure.input(listPushesInput).query(({ ctx, input }) => listPushes(ctx.office, input)),
  get: officeProcedure.input(pushRefInput).query(({ ctx, input }) => getPush(ctx.office, input)),
  copies: officeProcedure.input(listCopiesInput).query(({ ctx, input }) => listCopies(ctx.office, input)),
  check: officeProcedure.input(checkCopiesInput).query(({ ctx, input }) => checkCopies(ctx.office, input)),
  origins: officeProcedure.query(({ ctx }) => listOrigins(ctx.office)),
  pushable: officeProcedure.input(findPushableInput).query(({ ctx, input }) => findPushable(ctx.office, input)),
  targets: officeProcedure.input(pushTargetsInput).query(({ ctx, input }) => listPushTargets(ctx.office, input)),
  send: officeProcedure.input(sendPushInput).mutation(({ ctx, input }) => sendPush(ctx.office, input)),
  retry: officeProcedure.input(retryPushInput).mutation(({ ctx, input }) => retryPush(ctx.office, input)),
  recall: officeProcedure.input(recallPushInput).mutation(({ ctx, input }) => recallPush(ctx.office, input)),
});
