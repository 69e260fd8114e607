import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { UpdatePersonInput } from "@zhibu/domain/tenancy/people-inputs";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { assertFreeEmail } from "../create-person.ts";
import { lockPeople } from "../suggest-login-name.ts";

/** Corrects a person's name or address; what was written before keeps the name it was written under. */
export async function updatePerson(ctx: OfficeContext, input: UpdatePersonInput): Promise<{ version: number }> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const { userId, version, displayName } = input;
  const email = input.email === "" ? null : input.email.toLowerCase();
  return withOffice(async (tx) => {
    await lockPeople(tx);
    const was = await tx.user.findUnique({ where: { id: userId }, select: { displayName: true, email: true } });
    if (!was) throw notFound("person.missing");
    if (email !== null) await assertFreeEmail(tx, email, userId);
    const { count } = await tx.user.updateMany({
      where: { id: userId, version },
      data: { displayName, email, version: { increment: 1 } },
    });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    const changes = { displayName: { from: was.displayName, to: displayName }, emailChanged: was.email !== email };
    await auditOffice(tx, ctx, "person.update", { type: "user", id: userId }, changes);
    return { version: version + 1 };
  });
}
