import { defineJob } from "../kernel/queue.ts";

/** Searches all branches' texts for what a change of the baseline left behind. */
export const scanJob = defineJob<{ scanId: string }>("baseline.scan");

/** Brings the plain text of what shows a fact (search, summaries) up to date with it. */
export const refreshFactJob = defineJob<{ factId: string }>("baseline.refreshFact");

/** Puts values into effect whose day has come; runs every minute, and matters at midnight. */
export const applyFactsJob = defineJob<Record<string, never>>("baseline.applyFacts");
