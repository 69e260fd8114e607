import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

type Outputs = inferRouterOutputs<RootRouter>["publicity"];

/** What the console's publicity screens are given, as the use cases return it. */
export type PublicityDetail = Outputs["get"];
/** A list's names after its period; asked for, never prefetched. */
export type PublicityArchive = Outputs["archive"];
export type PublicityItem = Outputs["list"]["items"][number];
/** Moves that want a reason before they are made. */
export type DecideDialog = "return" | "unsign" | "signCorrection" | "withdraw" | "extend";
export type ObjectionItem = Outputs["objections"][number];
export type PublicityDraftProblem = PublicityDetail["problems"][number];
