import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

export type PageList = inferRouterOutputs<RootRouter>["office"]["pages"]["list"];
export type PageItem = PageList["items"][number];
