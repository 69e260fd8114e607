import { listMails } from "@zhibu/core/notifications/list-mails";
import { resendMail } from "@zhibu/core/notifications/resend-mail";
import { listMailsInput, resendMailInput } from "@zhibu/domain/notifications/mail-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** Mails that did not get out, and a second try at them. */
export const officeMailsRouter = router({
  list: officeProcedure.input(listMailsInput).query(({ ctx, input }) => listMails(ctx.office, input)),
  resend: officeProcedure.input(resendMailInput).mutation(({ ctx, input }) => resendMail(ctx.office, input)),
});
