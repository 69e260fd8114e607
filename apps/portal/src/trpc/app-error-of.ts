import { TRPCError } from "@trpc/server";
import { AppError } from "@zhibu/domain/kernel/app-error";

/** What a call made on the server refused with; `null` for a mistake of ours. */
export function appErrorOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof TRPCError && error.cause instanceof AppError ? error.cause : null;
}
