import { z } from "zod";
import { daySchema } from "../kernel/calendar-day.ts";
import { idSchema, versionSchema } from "../kernel/ids.ts";
import { loginNameSchema } from "./login-name.ts";
import { peopleConcerns, standingFilters } from "./people-filters.ts";
import { branchRoleSchema, collegeRoleSchema } from "./roles.ts";

const branchSlugField = z.string().min(1).max(64);

export const listOfficePeopleInput = z.object({
  search: z.string().trim().max(60).default(""),
  concern: z.enum(peopleConcerns).default("all"),
  branchSlug: branchSlugField.optional(),
  role: z.union([branchRoleSchema, collegeRoleSchema]).optional(),
  /** Of the roles asked for: held today, to be held, or held once. Held today or later where absent. */
  standing: z.enum(standingFilters).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListOfficePeopleInput = z.infer<typeof listOfficePeopleInput>;

export const personRefInput = z.object({ userId: idSchema });
export type PersonRefInput = z.infer<typeof personRefInput>;

const nameField = z.string().trim().min(2).max(40);
const emailField = z.union([z.literal(""), z.email().max(120)]);

/** Where a role is held: in a branch, or in the college. */
const postFields = z.object({
  place: z.union([
    z.object({ branchSlug: branchSlugField, role: branchRoleSchema }),
    z.object({ role: collegeRoleSchema }),
  ]),
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
});
export type PostFields = z.infer<typeof postFields>;

export const invitePersonInput = z.object({
  displayName: nameField,
  /** Made of the name's pinyin where it is empty. */
  loginName: z.union([z.literal(""), loginNameSchema]),
  email: emailField,
  posts: z.array(postFields).max(10),
});
export type InvitePersonInput = z.infer<typeof invitePersonInput>;

export const suggestLoginNameInput = z.object({ displayName: z.string().trim().max(40) });
export type SuggestLoginNameInput = z.infer<typeof suggestLoginNameInput>;

export const updatePersonInput = personRefInput.extend({
  version: versionSchema,
  displayName: nameField,
  email: emailField,
});
export type UpdatePersonInput = z.infer<typeof updatePersonInput>;

export const appointPersonInput = personRefInput.extend(postFields.shape);
export type AppointPersonInput = z.infer<typeof appointPersonInput>;

export const endTermInput = z.object({
  appointmentId: idSchema,
  /** The last day of the term; the day before it begins where it is to be called off. */
  endsOn: daySchema,
  reason: z.string().trim().min(1).max(300),
});
export type EndTermInput = z.infer<typeof endTermInput>;

export const disablePersonInput = personRefInput.extend({ reason: z.string().trim().min(1).max(300) });
export type DisablePersonInput = z.infer<typeof disablePersonInput>;

/** Whom an invitation goes to: everybody an import made, or the whole college. */
export const inviteNextInput = z.object({
  importId: idSchema.optional(),
  /** `mail` to those with an address; `paper` for the others, or for all when the installation sends no mail. */
  by: z.enum(["mail", "paper"]),
});
export type InviteNextInput = z.infer<typeof inviteNextInput>;
