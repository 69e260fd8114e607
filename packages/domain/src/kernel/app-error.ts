/** Closed list of error codes; transports map these and nothing else. */
export const appErrorCodes = [
  "UNAUTHENTICATED",
  "PASSWORD_CHANGE_REQUIRED",
  "SECOND_FACTOR_REQUIRED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INVALID",
  "TOO_LARGE",
  "RATE_LIMITED",
  "UNAVAILABLE",
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** Values a message may interpolate; never personal data, never another tenant's. */
export type AppErrorParams = Readonly<Record<string, string | number>>;

/**
 * The one error a rule or a use case throws on purpose.
 * `reason` is the key of a Chinese sentence under `errors.` in the message files.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly reason: string;
  readonly params: AppErrorParams;

  constructor(code: AppErrorCode, reason: string, params: AppErrorParams = {}, options?: ErrorOptions) {
    super(`${code}: ${reason}`, options);
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
    this.params = params;
  }
}

/** A missing row and another tenant's row give this same answer. */
export function notFound(reason = "notFound"): AppError {
  return new AppError("NOT_FOUND", reason);
}
