import { accountRouter } from "./account.router.ts";
import { articlesRouter } from "./articles.router.ts";
import { branchSettingsRouter } from "./branch-settings.router.ts";
import { branchRouter } from "./branch.router.ts";
import { columnsRouter } from "./columns.router.ts";
import { correctionsRouter } from "./corrections.router.ts";
import { deskRouter } from "./desk.router.ts";
import { createCallerFactory, router } from "./kernel/trpc.ts";
import { mediaRouter } from "./media.router.ts";
import { nominationsRouter } from "./nominations.router.ts";
import { notificationsRouter } from "./notifications.router.ts";
import { officeRouter } from "./office/office.router.ts";
import { peopleRouter } from "./people.router.ts";
import { publicityRouter } from "./publicity.router.ts";
import { pushesRouter } from "./pushes.router.ts";

/** Every procedure of the console. */
export const rootRouter = router({
  account: accountRouter,
  articles: articlesRouter,
  branch: branchRouter,
  branchSettings: branchSettingsRouter,
  columns: columnsRouter,
  corrections: correctionsRouter,
  desk: deskRouter,
  media: mediaRouter,
  nominations: nominationsRouter,
  notifications: notificationsRouter,
  office: officeRouter,
  people: peopleRouter,
  publicity: publicityRouter,
  pushes: pushesRouter,
});

export type RootRouter = typeof rootRouter;

export const createCaller = createCallerFactory(rootRouter);
