import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { enterBranch } from "@zhibu/core/tenancy/enter-branch";
import { enterOffice } from "@zhibu/core/tenancy/enter-office";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import { describeError, toTransportError } from "./error-map.ts";

/** What the transport found out: who is signed in (or nobody), and the clock. */
export type ApiContext = {
  actor: Actor | null;
  now: () => Date;
  /** The college's domain, which no branch's own may touch. */
  rootDomain: string;
  /** Where the request comes from as the front door vouches for it; unknown addresses are not limited. */
  address?: string | null;
  /** Keeps the caller's device signed in after its session got another id; absent where no browser asks. */
  renewSession?: (claim: { userId: string; sessionId: string }) => Promise<void>;
};

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code,
    data: { ...describeError(error), code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path },
  }),
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTransportError(result.error);
  return result;
});

/** Open to everyone; listed by name in the test that refuses null sessions everywhere else. */
export const publicProcedure = t.procedure.use(mapErrors);

/** Needs a person, who may still have to choose a password: for the few procedures that let them do so. */
export const sessionProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new AppError("UNAUTHENTICATED", "signInAgain");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** Needs a person whose password is their own; they may still have to set up a second factor. */
export const ownPasswordProcedure = sessionProcedure.use(({ ctx, next }) => {
  if (ctx.actor.mustChangePassword) throw new AppError("PASSWORD_CHANGE_REQUIRED", "passwordChangeRequired");
  return next();
});

/** Needs a person whose password is their own, and who has the second factor their role demands. */
export const personProcedure = ownPasswordProcedure.use(({ ctx, next }) => {
  if (ctx.actor.mustSetUpTotp) throw new AppError("SECOND_FACTOR_REQUIRED", "totp.required");
  return next();
});

/** Needs a person with a role in the branch named in the input; a foreign branch does not exist. */
export const branchProcedure = personProcedure
  .input(z.object({ branch: z.string().min(1).max(64) }))
  .use(async ({ ctx, input, next }) =>
    next({ ctx: { ...ctx, branch: await enterBranch(ctx.actor, input.branch, ctx.now) } }),
  );

/** Needs a person with a role in the college; each use case asks for its own permission. */
export const officeProcedure = personProcedure.use(({ ctx, next }) =>
  next({ ctx: { ...ctx, office: enterOffice(ctx.actor, ctx.now) } }),
);
