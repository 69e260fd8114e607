import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

export type NotificationLine = inferRouterOutputs<RootRouter>["notifications"]["list"]["items"][number];
