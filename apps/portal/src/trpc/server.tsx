import {
  dehydrate,
  type InfiniteQueryExecuteOptions,
  type QueryExecuteOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { createCaller, rootRouter } from "@zhibu/api/root.router";
import { createApiContext } from "./context.ts";
import { makeQueryClient } from "./query-client.ts";

const requestContext = cache(async () => createApiContext(await headers()));
const requestQueries = cache(makeQueryClient);

/** Query options for `prefetch`, answered in this process as the person who asked for the page. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: rootRouter, queryClient: requestQueries });

/** Calls procedures from a page or a layout that needs the answer itself. */
export const caller = createCaller(requestContext);

/** Loads what the page is going to ask for; a failure is left to the screen, which asks again and shows it. */
export async function prefetch<Fn, Err, Data, Key extends QueryKey>(
  query: QueryExecuteOptions<Fn, Err, Data, Data, Key>,
): Promise<void> {
  await requestQueries()
    .query({ ...query, retry: false })
    .catch(() => undefined);
}

/** The same for a list that loads page after page: its first page. */
export async function prefetchPages<Fn, Err, Data, Key extends QueryKey, Page>(
  query: InfiniteQueryExecuteOptions<Fn, Err, Data, Key, Page>,
): Promise<void> {
  await requestQueries()
    .infiniteQuery({ ...query, retry: false })
    .catch(() => undefined);
}

/** Hands what was prefetched to the client components below. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(requestQueries())}>{children}</HydrationBoundary>;
}
