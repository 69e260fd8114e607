import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";

type Outputs = inferRouterOutputs<RootRouter>["office"]["publicity"];

/** What the office's publicity screens are given, as the use cases return it. */
export type TemplateItem = Outputs["templates"][number];
export type TemplateDetail = Outputs["template"];
export type TemplateVersion = TemplateDetail["versions"][number];
export type CalendarYears = Outputs["calendar"];
export type CalendarYear = Outputs["calendarYear"];
export type CalendarEffect = Outputs["previewCalendarYear"];
export type OverviewItem = Outputs["list"]["items"][number];
export type OverviewCounts = NonNullable<Outputs["list"]["counts"]>;
