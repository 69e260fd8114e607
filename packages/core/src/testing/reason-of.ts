import { AppError } from "@zhibu/domain/kernel/app-error";

/** The reason a use case refused for, or "accepted"; anything not thrown on purpose fails the test. */
export async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "accepted";
  } catch (error) {
    if (error instanceof AppError) return error.reason;
    throw error;
  }
}
