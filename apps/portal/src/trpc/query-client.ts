import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { appCodeOf } from "./app-code-of.ts";

/** Long enough for a restarted database: waits of 1, 2, 4, 8, 8 and 8 seconds. */
const retriesMax = 6;
const waitMax = 8_000;

/** Asking again helps when the database or the network is away, and never when the answer was a refusal. */
function shouldRetry(failures: number, error: Error): boolean {
  const code = appCodeOf(error);
  return (code === "UNAVAILABLE" || code === "OFFLINE") && failures < retriesMax;
}

/** A query cache with the console's manners: what the server sent stays fresh for half a minute. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: shouldRetry,
        retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, waitMax),
        networkMode: "always",
      },
      // A write that may have gone through is never repeated behind the person's back.
      mutations: { retry: false, networkMode: "always" },
      dehydrate: { serializeData: superjson.serialize, shouldDehydrateQuery: defaultShouldDehydrateQuery },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
