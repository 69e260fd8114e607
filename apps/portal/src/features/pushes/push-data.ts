import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

type Outputs = inferRouterOutputs<RootRouter>;

/** What the screens of central push are given, as the use cases return it. */
export type OfferItem = Outputs["pushes"]["list"]["items"][number];
export type PushItem = Outputs["office"]["pushes"]["list"]["items"][number];
export type PushDetails = Outputs["office"]["pushes"]["get"];
export type CopyItem = Outputs["office"]["pushes"]["copies"]["items"][number];
export type CheckedCopies = Outputs["office"]["pushes"]["check"];
export type PushTarget = Outputs["office"]["pushes"]["targets"][number];
export type PushableArticle = Outputs["office"]["pushes"]["pushable"]["items"][number];
