import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { toTransportError } from "@zhibu/api/kernel/error-map";
import type { ApiContext } from "@zhibu/api/kernel/trpc";
import { rootRouter } from "@zhibu/api/root.router";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { log } from "../../../../log.ts";
import { createApiContext } from "../../../../trpc/context.ts";

const maxBatchSize = 10;

/** A body with the longest article and its tables fits several times over. */
const bodyBytesMax = 3 * 1024 * 1024;

/** HTTP keeps a body to its declared length, so the declaration is what has to be checked; none is refused. */
function assertBodySize(request: Request): void {
  if (request.method !== "POST") return;
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(declared <= bodyBytesMax)) throw new AppError("TOO_LARGE", "bodyTooLarge");
}

/** What fails before a procedure is reached gets the status and the words it would have had inside one. */
async function contextOf(request: Request, answer: Headers): Promise<ApiContext> {
  answer.set("cache-control", "no-store");
  try {
    assertBodySize(request);
    return await createApiContext(request.headers, answer);
  } catch (cause) {
    throw toTransportError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
  }
}

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: rootRouter,
    maxBatchSize,
    createContext: ({ resHeaders }) => contextOf(request, resHeaders),
    onError: ({ error, path }) => {
      if (!(error.cause instanceof AppError) && error.code === "INTERNAL_SERVER_ERROR") {
        log.error("a call failed for a reason nobody foresaw", { path, error: error.stack });
      }
    },
  });
}

export { handle as GET, handle as POST };
