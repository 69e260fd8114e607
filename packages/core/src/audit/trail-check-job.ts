import { defineJob } from "../kernel/queue.ts";

/** One verification asked for on screen; its row holds how far it is. */
export const trailCheckJob = defineJob<{ checkId: string }>("audit.check");
