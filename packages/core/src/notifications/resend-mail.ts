import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { ResendMailInput } from "@zhibu/domain/notifications/mail-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { knock } from "./knock.ts";

/**
 * Sends a mail again that failed or whose fate is unknown: a person's decision, never the machine's.
 * @throws AppError CONFLICT for one that is on its way or out.
 */
export async function resendMail(ctx: OfficeContext, { mailId }: ResendMailInput): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "college:configure");
  const now = ctx.now();
  await withOffice(async (tx) => {
    const mail = await tx.mail.findUnique({
      where: { id: mailId },
      select: { subject: true, address: true, state: true },
    });
    if (!mail) throw notFound("mail.missing");
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, state: { in: ["failed", "uncertain"] } },
      data: { state: "pending", attempts: 0, error: "", nextAt: now },
    });
    if (count !== 1) throw new AppError("CONFLICT", "mail.notTroubled");
    await auditOffice(tx, ctx, "mail.resend", { type: "mail", id: mailId }, { ...mail });
    await knock(tx, now);
  });
}
