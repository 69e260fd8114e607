import { z } from "zod";
import { versionSchema } from "../kernel/ids.ts";
import { loginNameSchema } from "./login-name.ts";
import { nameSchema, personNameSchema } from "./name-schema.ts";
import { branchSettingsFields } from "./settings-inputs.ts";

export const switchTotpInput = z.object({ required: z.boolean(), version: versionSchema });
export type SwitchTotpInput = z.infer<typeof switchTotpInput>;

const { address, phone, email, icp } = branchSettingsFields.shape;

/** A college with what stands at the foot of its portal, each of it empty or given, and the first person of its office. */
export const foundCollegeInput = z.object({
  name: nameSchema({ min: 2, max: 40 }),
  shortName: nameSchema({ min: 2, max: 12 }),
  loginName: loginNameSchema,
  displayName: personNameSchema,
  address: address.default(""),
  phone: phone.default(""),
  email: email.default(""),
  icp: icp.default(""),
});
export type FoundCollegeInput = z.infer<typeof foundCollegeInput>;
