import { TRPCClientError } from "@trpc/client";
import type { DescribedError } from "@zhibu/api/kernel/error-map";
import type { RootRouter } from "@zhibu/api/root.router";

/** What a screen may act on: our codes, `INTERNAL`, and `OFFLINE` where no answer came back at all. */
export type ErrorCode = DescribedError["appCode"] | "OFFLINE";

/** The server's own words about an error; `null` for errors that never reached it. */
export function describedErrorOf(error: unknown): DescribedError | null {
  // tRPC can't know at run time which router answered; all clients here talk to ours.
  const ours = error instanceof TRPCClientError ? (error as TRPCClientError<RootRouter>) : null;
  return ours?.data ?? null;
}

export function appCodeOf(error: unknown): ErrorCode {
  const described = describedErrorOf(error);
  if (described) return described.appCode;
  return error instanceof TRPCClientError ? "OFFLINE" : "INTERNAL";
}
