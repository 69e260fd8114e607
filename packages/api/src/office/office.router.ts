import { router } from "../kernel/trpc.ts";
import { officeAuditRouter } from "./audit.router.ts";
import { officeBannersRouter } from "./banners.router.ts";
import { officeBranchesRouter } from "./branches.router.ts";
import { officeFactsRouter } from "./facts.router.ts";
import { officeImportsRouter } from "./imports.router.ts";
import { officeMailsRouter } from "./mails.router.ts";
import { officeNominationsRouter } from "./nominations.router.ts";
import { officePagesRouter } from "./pages.router.ts";
import { officePeopleRouter } from "./people.router.ts";
import { officePublicityRouter } from "./publicity.router.ts";
import { officePushesRouter } from "./pushes.router.ts";
import { officeSettingsRouter } from "./settings.router.ts";
import { officeTakeDownsRouter } from "./take-downs.router.ts";
import { officeTermsRouter } from "./terms.router.ts";

/** The college's affairs; nothing here can be reached without a college role. */
export const officeRouter = router({
  audit: officeAuditRouter,
  banners: officeBannersRouter,
  branches: officeBranchesRouter,
  facts: officeFactsRouter,
  imports: officeImportsRouter,
  mails: officeMailsRouter,
  nominations: officeNominationsRouter,
  pages: officePagesRouter,
  people: officePeopleRouter,
  publicity: officePublicityRouter,
  pushes: officePushesRouter,
  settings: officeSettingsRouter,
  takeDowns: officeTakeDownsRouter,
  terms: officeTermsRouter,
});
