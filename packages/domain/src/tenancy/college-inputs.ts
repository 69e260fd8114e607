import { z } from "zod";
import { versionSchema } from "../kernel/ids.ts";

export const switchTotpInput = z.object({ required: z.boolean(), version: versionSchema });
export type SwitchTotpInput = z.infer<typeof switchTotpInput>;
