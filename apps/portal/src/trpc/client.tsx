"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useEffect, useState } from "react";
import superjson from "superjson";
import type { RootRouter } from "@zhibu/api/root.router";
import { askToSignInAgain, wasDismissed } from "../features/shell/sign-in-again-store.ts";
import { watchConnection } from "./connection-trouble.ts";
import { frontDoorFetch } from "./front-door-fetch.ts";
import { personHeader } from "./person-header.ts";
import { makeQueryClient } from "./query-client.ts";
import { signInAgainLink } from "./sign-in-again-link.ts";

export const { TRPCProvider, useTRPC } = createTRPCContext<RootRouter>();

/** As many calls as the route takes in one request. */
const maxItems = 10;

let browserClient: QueryClient | undefined;

/** On the server each request has its own; in the browser one outlives every render. */
function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

/** Gives the screens below their API client, acting for the person the page was loaded for; `null` before sign-in. */
export function ApiProvider({ userId, children }: { userId: string | null; children: ReactNode }) {
  const [client] = useState(queryClient);
  const [trpcClient] = useState(() =>
    createTRPCClient<RootRouter>({
      links: [
        signInAgainLink({ ask: askToSignInAgain, wasDismissed }),
        httpBatchLink({
          url: "/api/trpc",
          transformer: superjson,
          maxItems,
          headers: userId === null ? {} : { [personHeader]: userId },
          fetch: frontDoorFetch,
        }),
      ],
    }),
  );
  useEffect(() => watchConnection(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <TRPCProvider trpcClient={trpcClient} queryClient={client}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
