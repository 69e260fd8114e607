import type { BranchContext, OfficeContext } from "@zhibu/core/kernel/context";
import { enterBranch } from "@zhibu/core/tenancy/enter-branch";
import { enterOffice } from "@zhibu/core/tenancy/enter-office";
import type { PersonContext } from "@zhibu/core/tenancy/person-context";
import { AppError, type AppErrorCode, type AppErrorParams } from "@zhibu/domain/kernel/app-error";
import { log } from "../../log.ts";
import { createApiContext } from "../../trpc/context.ts";

const statuses = {
  UNAUTHENTICATED: 401,
  PASSWORD_CHANGE_REQUIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 400,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const satisfies Record<AppErrorCode, number>;

/** What a refused file request answers; `reason` is a key under `errors.`. */
export type FileRefusal = { reason: string; params: AppErrorParams };

function refusal(status: number, body: FileRefusal): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** Runs a file route: what is refused on purpose says why, anything else is logged and says nothing. */
export async function answerFileRequest(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) return refusal(statuses[error.code], { reason: error.reason, params: error.params });
    // Whoever closed the page in the middle of an upload waits for no answer.
    if (!request.signal.aborted)
      log.error("a file request failed", { path: new URL(request.url).pathname, error: String(error) });
    return refusal(500, { reason: "unexpected", params: {} });
  }
}

/** Who asks, with everything they owe before they may do anything: the same as `personProcedure` of the API. */
async function personOf(request: Request): Promise<PersonContext> {
  const { actor, now } = await createApiContext(request.headers);
  if (!actor) throw new AppError("UNAUTHENTICATED", "signInAgain");
  if (actor.mustChangePassword) throw new AppError("PASSWORD_CHANGE_REQUIRED", "passwordChangeRequired");
  if (actor.mustSetUpTotp) throw new AppError("SECOND_FACTOR_REQUIRED", "totp.required");
  return { actor, now };
}

/**
 * The gate of the routes that carry files, the same as `branchProcedure` of the API.
 * @throws AppError UNAUTHENTICATED, PASSWORD_CHANGE_REQUIRED, or NOT_FOUND for a branch the person has no part in.
 */
export async function enterBranchOf(request: Request, slug: string): Promise<BranchContext> {
  const { actor, now } = await personOf(request);
  return enterBranch(actor, slug, now);
}

/** The same for the college's files: NOT_FOUND to who has no role in the college. */
export async function enterOfficeOf(request: Request): Promise<OfficeContext> {
  const { actor, now } = await personOf(request);
  return enterOffice(actor, now);
}
