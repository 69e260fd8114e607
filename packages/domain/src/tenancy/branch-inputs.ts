import { z } from "zod";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { branchSlugSchema } from "./branch-slug.ts";
import { nameSchema, personNameSchema } from "./name-schema.ts";
import { branchRoleSchema } from "./roles.ts";

const branchNameChars = { min: 2, max: 40 } as const;
const branchShortNameChars = { min: 2, max: 12 } as const;
const branchReasonChars = { min: 4, max: 300 } as const;
export const firstPeopleMax = 8;
/** Orders the portal's lists; equal positions stand in the order of their founding. */
const positionMax = 9_999;

const branchNameSchema = nameSchema(branchNameChars);
const branchShortNameSchema = nameSchema(branchShortNameChars);

/** The office's own site is made once, with the college. */
const branchKindSchema = z.enum(["general", "direct"]);

/** What readers of a closed site are told. */
export const branchReasonSchema = z.string().trim().min(branchReasonChars.min).max(branchReasonChars.max);

const firstPersonSchema = z.object({
  displayName: personNameSchema,
  email: z.union([z.literal(""), z.email().max(120)]),
  roles: z.array(branchRoleSchema).min(1).max(4),
});
export type FirstPerson = z.infer<typeof firstPersonSchema>;

export const openBranchInput = z.object({
  name: branchNameSchema,
  shortName: branchShortNameSchema,
  slug: branchSlugSchema,
  kind: branchKindSchema,
  people: z.array(firstPersonSchema).max(firstPeopleMax),
});
export type OpenBranchInput = z.infer<typeof openBranchInput>;

export const suggestBranchSlugInput = z.object({ name: z.string().min(1).max(100) });
export type SuggestBranchSlugInput = z.infer<typeof suggestBranchSlugInput>;

export const branchRefInput = z.object({ branchId: idSchema, version: versionSchema });
export type BranchRefInput = z.infer<typeof branchRefInput>;

/** The slug stays: addresses are for ever. Without a kind it stays what it is, as the office's own site does. */
export const renameBranchInput = branchRefInput.extend({
  name: branchNameSchema,
  shortName: branchShortNameSchema,
  kind: branchKindSchema.nullable(),
  position: z.int().min(0).max(positionMax),
});
export type RenameBranchInput = z.infer<typeof renameBranchInput>;

/** As typed; an empty text takes the domain away. */
export const setCustomDomainInput = branchRefInput.extend({ domain: z.string().trim().max(300) });
export type SetCustomDomainInput = z.infer<typeof setCustomDomainInput>;

export const closeBranchInput = branchRefInput.extend({ reason: branchReasonSchema });
export type CloseBranchInput = z.infer<typeof closeBranchInput>;

export const mergeBranchInput = closeBranchInput.extend({ intoId: idSchema });
export type MergeBranchInput = z.infer<typeof mergeBranchInput>;

export const getOfficeBranchInput = z.object({ slug: z.string().min(1).max(64) });
export type GetOfficeBranchInput = z.infer<typeof getOfficeBranchInput>;

export const findMergeTargetsInput = z.object({ branchId: idSchema, search: z.string().trim().max(64) });
export type FindMergeTargetsInput = z.infer<typeof findMergeTargetsInput>;
