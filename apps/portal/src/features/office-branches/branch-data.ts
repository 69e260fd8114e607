import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

type Outputs = inferRouterOutputs<RootRouter>["office"]["branches"];

export type BranchPage = Outputs["list"];
export type ListedBranch = BranchPage["items"][number];
export type BranchRules = BranchPage["rules"];
export type OfficeBranch = Outputs["get"];
export type OpenedBranch = Outputs["open"];

/** What the office may be asked about a branch. */
export type BranchDialog = "rename" | "domain" | "suspend" | "archive" | "merge";
