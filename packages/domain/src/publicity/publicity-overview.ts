import { z } from "zod";
import { sortDirections } from "../tenancy/branch-filters.ts";
import { overviewSorts, overviewViews } from "./overview-views.ts";

export const listOfficePublicityInput = z.object({
  view: z.enum(overviewViews),
  sort: z.enum(overviewSorts),
  /** Not `direction`: the transport gives pages of its own one. */
  order: z.enum(sortDirections),
  search: z.string().trim().max(64),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(100),
});
export type ListOfficePublicityInput = z.infer<typeof listOfficePublicityInput>;
