import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

type Outputs = inferRouterOutputs<RootRouter>["office"]["facts"];

export type FactItem = Outputs["list"]["items"][number];
export type FactData = Outputs["get"];
export type Scan = NonNullable<FactData["scan"]>;
export type FindingItem = Outputs["findings"]["items"][number];
