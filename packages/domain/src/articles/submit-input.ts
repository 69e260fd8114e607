import type { z } from "zod";
import { selfCheckSchema } from "../checks/self-check.ts";
import { articleActionInput, opinionSchema, waiversSchema } from "./article-input.ts";

/** Submission: the self-check's declarations, a word to the reviewer, and waivers asked for blocking findings. */
export const submitArticleInput = articleActionInput.extend({
  selfCheck: selfCheckSchema,
  note: opinionSchema,
  waiversAsked: waiversSchema,
});
export type SubmitArticleInput = z.infer<typeof submitArticleInput>;
