import { z } from "zod";
import { versionSchema } from "../kernel/ids.ts";
import { loginNameSchema } from "./login-name.ts";
import { nameSchema, personNameSchema } from "./name-schema.ts";
import { branchSettingsFields } from "./settings-inputs.ts";

export const switchTotpInput = z.object({ required: z.boolean(), version: versionSchema });
export type SwitchTotpInput = z.infer<typeof switchTotpInput>;

const { address, phone, email, icp } = branchSettingsFields.shape;

/** What every site calls the college, and what stands at the foot of its portal, each of that empty or given. */
export const collegeFields = z.object({
  name: nameSchema({ min: 2, max: 40 }),
  shortName: nameSchema({ min: 2, max: 12 }),
  address,
  phone,
  email,
  icp,
});
export type CollegeFields = z.infer<typeof collegeFields>;

export const updateCollegeInput = collegeFields.extend({ version: versionSchema });
export type UpdateCollegeInput = z.infer<typeof updateCollegeInput>;

/** A college and the first person of its office. */
export const foundCollegeInput = collegeFields.extend({
  loginName: loginNameSchema,
  displayName: personNameSchema,
  address: address.default(""),
  phone: phone.default(""),
  email: email.default(""),
  icp: icp.default(""),
});
export type FoundCollegeInput = z.infer<typeof foundCollegeInput>;
