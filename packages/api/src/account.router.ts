import { changePassword } from "@zhibu/core/tenancy/change-password";
import { endSession } from "@zhibu/core/tenancy/end-session";
import { findBranches } from "@zhibu/core/tenancy/find-branches";
import { getMyAccount } from "@zhibu/core/tenancy/get-my-account";
import { getMySecurity } from "@zhibu/core/tenancy/get-my-security";
import { limitLinkGuesses } from "@zhibu/core/tenancy/limit-link-guesses";
import { listMySessions } from "@zhibu/core/tenancy/list-my-sessions";
import { listMyTerms } from "@zhibu/core/tenancy/list-my-terms";
import { redeemLink } from "@zhibu/core/tenancy/one-time-links";
import { removeTotp, renewRecoveryCodes } from "@zhibu/core/tenancy/second-factor/change-second-factor";
import { confirmTotp, startTotp } from "@zhibu/core/tenancy/second-factor/set-up-totp";
import { signOutEverywhere } from "@zhibu/core/tenancy/sign-out-everywhere";
import { changePasswordInput, endSessionInput, findBranchesInput } from "@zhibu/domain/tenancy/account-inputs";
import { redeemLinkInput } from "@zhibu/domain/tenancy/one-time-link";
import { confirmTotpInput, proofInput, startTotpInput } from "@zhibu/domain/tenancy/second-factor";
import { ownPasswordProcedure, personProcedure, publicProcedure, router, sessionProcedure } from "./kernel/trpc.ts";

/**
 * The signed-in person themself. The `sessionProcedure`s are what someone with a handed-out password may still do, the
 * `ownPasswordProcedure`s what someone may do who has to set up a second factor first.
 */
export const accountRouter = router({
  me: sessionProcedure.query(({ ctx }) => getMyAccount(ctx)),
  terms: personProcedure.query(({ ctx }) => listMyTerms(ctx)),
  branches: personProcedure.input(findBranchesInput).query(({ ctx, input }) => findBranches(ctx, input)),
  changePassword: sessionProcedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    const { sessionId } = await changePassword(ctx, input);
    if (sessionId !== null) await ctx.renewSession?.({ userId: ctx.actor.userId, sessionId });
  }),
  signOutEverywhere: sessionProcedure.mutation(async ({ ctx }) => {
    await signOutEverywhere(ctx);
  }),
  sessions: ownPasswordProcedure.query(({ ctx }) => listMySessions(ctx)),
  endSession: ownPasswordProcedure.input(endSessionInput).mutation(({ ctx, input }) => endSession(ctx, input)),
  security: ownPasswordProcedure.query(({ ctx }) => getMySecurity(ctx)),
  startTotp: ownPasswordProcedure.input(startTotpInput).mutation(({ ctx, input }) => startTotp(ctx, input)),
  confirmTotp: ownPasswordProcedure.input(confirmTotpInput).mutation(async ({ ctx, input }) => {
    const { recoveryCodes, sessionId } = await confirmTotp(ctx, input);
    if (sessionId !== null) await ctx.renewSession?.({ userId: ctx.actor.userId, sessionId });
    return { recoveryCodes };
  }),
  removeTotp: personProcedure.input(proofInput).mutation(({ ctx, input }) => removeTotp(ctx, input)),
  renewRecoveryCodes: personProcedure.input(proofInput).mutation(({ ctx, input }) => renewRecoveryCodes(ctx, input)),
  /** Open to everyone: the link itself is the proof. */
  redeemLink: publicProcedure
    .input(redeemLinkInput)
    .mutation(({ ctx, input }) => limitLinkGuesses(ctx.address ?? null, () => redeemLink(input, ctx.now()))),
});
