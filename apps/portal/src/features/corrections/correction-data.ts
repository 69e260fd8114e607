import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

export type CorrectionItem = inferRouterOutputs<RootRouter>["corrections"]["list"]["items"][number];
