import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { draftProblems, withinTemplate } from "@zhibu/domain/publicity/publicity-draft";
import type { SavePublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { nextPublicityState } from "@zhibu/domain/publicity/publicity-states";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { updateGuarded } from "../kernel/update-guarded.ts";
import { getPublicityListAt, publicitySubject, templateOf } from "./get-publicity-list.ts";
import type { PublicityData } from "./move-publicity.ts";
import { filesOfDraft } from "./publicity-files.ts";

/**
 * Saves what is being prepared, problems and all: they stop the submission, not the typing.
 * On a running list it is the correction that is being prepared; what readers see stays as it is.
 */
export async function savePublicity(ctx: BranchContext, { draft, ...input }: SavePublicityInput) {
  assertCan(ctx.actor.roles, "publicity:prepare");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityListAt(tx, ctx, input);
    const correcting = list.state === "running";
    const state = correcting ? list.state : nextPublicityState(list.state, "edit");
    // Whoever signs a correction reads what was handed to them, and nothing that changed under their eyes.
    if (correcting && list.draft !== null && list.submittedById !== null)
      throw new AppError("CONFLICT", "publicity.correctionInReview");
    const template = await templateOf(tx, list);
    const kept = { ...draft, entries: draft.entries.map((entry) => withinTemplate(entry, template)) };
    const files = await filesOfDraft(tx, ctx.tenantId, draft);
    await updateGuarded<PublicityData>(tx.publicityList, list, {
      state,
      draft: kept,
      ...(correcting ? {} : { title: kept.title }),
      ...(state === list.state ? {} : { stateSince: ctx.now(), returnReason: "" }),
    });
    await audit(tx, ctx, correcting ? "publicity.prepareCorrection" : "publicity.edit", publicitySubject(list.id), {
      no: list.no,
      entries: kept.entries.length,
      ...(files.length > 0 ? { files: files.length } : {}),
    });
    const yearNow = Number(shanghaiDay(ctx.now()).slice(0, 4));
    return {
      publicityId: list.id,
      version: list.version + 1,
      state,
      problems: draftProblems(kept, template, yearNow),
    };
  });
}
