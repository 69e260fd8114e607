import { z } from "zod";
import { idSchema } from "../kernel/ids.ts";
import { branchKindFilters, branchSorts, branchStateFilters, sortDirections } from "./branch-filters.ts";

const pageSizeMax = 100;

export const listOfficeBranchesInput = z.object({
  sort: z.enum(branchSorts),
  /** Not `direction`: the transport gives pages of its own one. */
  order: z.enum(sortDirections),
  state: z.enum(branchStateFilters),
  kind: z.enum(branchKindFilters),
  search: z.string().trim().max(64),
  onlyOverdue: z.boolean(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(pageSizeMax),
});
export type ListOfficeBranchesInput = z.infer<typeof listOfficeBranchesInput>;

export const savedViewsMax = 20;
const screenSchema = z.enum(["branches"]);
export type SavedViewScreen = z.infer<typeof screenSchema>;

export const listSavedViewsInput = z.object({ screen: screenSchema });
export type ListSavedViewsInput = z.infer<typeof listSavedViewsInput>;

export const saveViewInput = z.object({
  screen: screenSchema,
  name: z.string().trim().min(1).max(20),
  /** The list's query string, without the question mark. */
  query: z.string().max(500),
});
export type SaveViewInput = z.infer<typeof saveViewInput>;

export const deleteSavedViewInput = z.object({ viewId: idSchema });
export type DeleteSavedViewInput = z.infer<typeof deleteSavedViewInput>;
