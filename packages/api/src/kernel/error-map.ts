import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, type AppErrorCode, type AppErrorParams } from "@zhibu/domain/kernel/app-error";

const transportCodes = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  PASSWORD_CHANGE_REQUIRED: "FORBIDDEN",
  SECOND_FACTOR_REQUIRED: "FORBIDDEN",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<AppErrorCode, TRPCError["code"]>;

/** Gives an error thrown on purpose its transport code; anything else stays an internal error without words. */
export function toTransportError(error: TRPCError): TRPCError {
  if (!(error.cause instanceof AppError)) return error;
  return new TRPCError({ code: transportCodes[error.cause.code], message: error.cause.reason, cause: error.cause });
}

export type DescribedError = {
  /** Ours where we threw it, else `INTERNAL`. */
  appCode: AppErrorCode | "INTERNAL";
  /** Key under `errors.` in the message files. */
  reason: string;
  params: AppErrorParams;
  /** Dotted paths of input fields that did not parse. */
  fields: readonly string[];
};

/** What a client may learn of an error: never a stack, a statement or another tenant's fact. */
export function describeError(error: TRPCError): DescribedError {
  const { cause } = error;
  if (cause instanceof AppError) return { appCode: cause.code, reason: cause.reason, params: cause.params, fields: [] };
  if (cause instanceof ZodError) {
    return {
      appCode: "INVALID",
      reason: "invalidInput",
      params: {},
      fields: cause.issues.map((issue) => issue.path.join(".")),
    };
  }
  return { appCode: "INTERNAL", reason: "unexpected", params: {}, fields: [] };
}
