import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { PublicityDraft } from "@zhibu/domain/publicity/publicity-draft";
import type { CreatePublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { publicitySubject } from "./get-publicity-list.ts";

/** Begins a list under the newest wording of a template; it keeps that wording whatever the office writes later. */
export async function createPublicity(ctx: BranchContext, { templateId }: CreatePublicityInput) {
  assertCan(ctx.actor.roles, "publicity:prepare");
  return withTenant(ctx.tenantId, async (tx) => {
    const template = await tx.publicityTemplateVersion.findFirst({
      where: { templateId, template: { archivedAt: null } },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    if (!template) throw new AppError("NOT_FOUND", "publicity.templateGone");
    const branch = await tx.branch.update({
      where: { id: ctx.tenantId },
      data: { publicitySeq: { increment: 1 } },
      select: { publicitySeq: true, phone: true, address: true },
    });
    const draft: PublicityDraft = {
      title: "",
      entries: [],
      contact: { name: "", phone: branch.phone, address: branch.address },
      startsAt: null,
      lastDay: null,
      attachmentIds: [],
    };
    const id = newId();
    await tx.publicityList.create({
      data: {
        tenantId: ctx.tenantId,
        id,
        no: branch.publicitySeq,
        templateVersionId: template.id,
        title: "",
        draft,
        stateSince: ctx.now(),
        createdById: ctx.actor.userId,
        createdByName: ctx.actor.displayName,
      },
    });
    await audit(tx, ctx, "publicity.create", publicitySubject(id), { no: branch.publicitySeq });
    return { publicityId: id, version: 0 };
  });
}
