import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

type Outputs = inferRouterOutputs<RootRouter>;

/** What the console's article screens are given, as the use cases return it. */
export type EditedArticle = Outputs["articles"]["forEditing"];
export type ReviewedArticle = Outputs["articles"]["review"];
export type ArticleRevision = EditedArticle["revision"];
export type ArticleEvent = EditedArticle["timeline"][number];
export type ArticleAbilities = EditedArticle["can"];
export type ListedArticle = Outputs["articles"]["list"]["items"][number];
export type RevisionListItem = Outputs["articles"]["revisions"][number];
export type RevisionDifference = Outputs["articles"]["compare"];
export type DiffLine = RevisionDifference["body"][number];
export type DiffPart = DiffLine["cells"][number][number];
export type InboxItem = Outputs["desk"]["inbox"]["items"][number];
export type Dashboard = Outputs["desk"]["dashboard"];
