import { countUnread } from "@zhibu/core/notifications/count-unread";
import { listNotifications } from "@zhibu/core/notifications/list-notifications";
import { markAllRead, markRead, markVisited } from "@zhibu/core/notifications/mark-read";
import { getWish, saveWish } from "@zhibu/core/notifications/notification-wish";
import {
  listNotificationsInput,
  markAllReadInput,
  markReadInput,
  markVisitedInput,
  saveWishInput,
} from "@zhibu/domain/notifications/notification-inputs";
import { personProcedure, router } from "./kernel/trpc.ts";

/** What the signed-in person was told, over all their branches, and how they want to be told by mail. */
export const notificationsRouter = router({
  unread: personProcedure.query(({ ctx }) => countUnread(ctx)),
  list: personProcedure.input(listNotificationsInput).query(({ ctx, input }) => listNotifications(ctx, input)),
  markRead: personProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
  markAllRead: personProcedure.input(markAllReadInput).mutation(({ ctx, input }) => markAllRead(ctx, input)),
  markVisited: personProcedure.input(markVisitedInput).mutation(({ ctx, input }) => markVisited(ctx, input)),
  wish: personProcedure.query(({ ctx }) => getWish(ctx)),
  saveWish: personProcedure.input(saveWishInput).mutation(({ ctx, input }) => saveWish(ctx, input)),
});
