import { z } from "zod";
import { versionSchema } from "../kernel/ids.ts";
import { loginNameSchema } from "./login-name.ts";
import { nameSchema, personNameSchema } from "./name-schema.ts";

export const switchTotpInput = z.object({ required: z.boolean(), version: versionSchema });
export type SwitchTotpInput = z.infer<typeof switchTotpInput>;

/** A college and the first person of its office. */
export const foundCollegeInput = z.object({
  name: nameSchema({ min: 2, max: 40 }),
  shortName: nameSchema({ min: 2, max: 12 }),
  loginName: loginNameSchema,
  displayName: personNameSchema,
});
export type FoundCollegeInput = z.infer<typeof foundCollegeInput>;
