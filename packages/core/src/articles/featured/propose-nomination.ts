import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import type { ProposeNominationInput } from "@zhibu/domain/articles/nomination-inputs";
import { nextNominationState } from "@zhibu/domain/articles/nomination-states";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../../audit/audit.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { updateGuarded } from "../../kernel/update-guarded.ts";
import { notify } from "../../notifications/notify.ts";
import { whoCanInCollege } from "../../notifications/who-can.ts";
import { recordEvent } from "../../workflow/record-event.ts";
import { getArticle } from "../get-article.ts";
import { articleSubject } from "../move-article.ts";

/** A branch proposes a live article for the portal (经验交流), with a note for the office, which is told. */
export async function proposeNomination(ctx: BranchContext, input: ProposeNominationInput) {
  assertCan(ctx.actor.roles, "article:nominate");
  return withTenant(ctx.tenantId, async (tx) => {
    const article = await getArticle(tx, ctx, input.articleId);
    if (article.visibility !== "live") throw new AppError("CONFLICT", "nomination.notLive");
    // What the office sent is no branch's own experience.
    if (article.linkedPushId !== null) throw new AppError("CONFLICT", "nomination.notOwn");
    const { tenantId } = ctx;
    const earlier = await tx.nomination.findUnique({
      where: { tenantId_articleId: { tenantId, articleId: article.id } },
    });
    const proposal = {
      state: earlier ? nextNominationState(earlier.state, "propose") : "proposed",
      note: input.note,
      proposedById: ctx.actor.userId,
      proposedByName: ctx.actor.displayName,
      proposedAt: ctx.now(),
      decidedAt: null,
      decidedByName: "",
      reason: "",
      featuredAt: null,
    } as const;
    const id = earlier?.id ?? newId();
    if (earlier) await updateGuarded(tx.nomination, earlier, proposal);
    else await createOnce(() => tx.nomination.create({ data: { tenantId, id, articleId: article.id, ...proposal } }));
    const subject = articleSubject(article.id);
    await recordEvent(tx, ctx, subject, { action: "nominate", from: null, to: null, opinion: input.note });
    await notify(tx, {
      branchId: tenantId,
      userIds: await whoCanInCollege(tx, "nomination:decide", shanghaiDay(ctx.now())),
      by: ctx.actor.userId,
      kind: "nomination.proposed",
      params: { title: article.title, actor: ctx.actor.displayName },
      path: "/office/nominations",
      occasion: `nomination.proposed:${id}:${(earlier?.version ?? -1) + 1}`,
      now: ctx.now(),
    });
    await audit(tx, ctx, "nomination.propose", subject, { no: article.no, nominationId: id, note: input.note });
    return { nominationId: id };
  });
}

/** Two colleagues may propose the same article at once; the second finds it proposed. */
async function createOnce(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "P2002")
      throw new AppError("CONFLICT", "changedMeanwhile", {}, { cause });
    throw cause;
  }
}
