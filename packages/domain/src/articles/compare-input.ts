import type { z } from "zod";
import { idSchema } from "../kernel/ids.ts";
import { articleRefInput } from "./article-input.ts";

/** Which two texts to compare; without `fromId` everything counts as new. */
export const compareRevisionsInput = articleRefInput.extend({ fromId: idSchema.nullable(), toId: idSchema });
export type CompareRevisionsInput = z.infer<typeof compareRevisionsInput>;
