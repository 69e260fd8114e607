import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

export type TermItem = inferRouterOutputs<RootRouter>["office"]["terms"]["list"]["items"][number];
