import type { TenantId } from "@zhibu/domain/kernel/ids";
import { defineJob, defineTimedJob } from "../kernel/queue.ts";

type OneList = { tenantId: TenantId; publicityId: string };

/** Begins one signed list; its row is the truth, the job only knocks at the right moment. */
export const startPublicityJob = defineTimedJob<OneList>("publicity.start");

/** Ends one running list at its minute. */
export const endPublicityJob = defineTimedJob<OneList>("publicity.end");

/** Reminds those who must act; hourly, while people are at work. */
export const remindOfPublicityJob = defineJob<Record<string, never>>("publicity.remind");

/** Removes files of objections that broke off; every night. */
export const purgeObjectionFilesJob = defineJob<Record<string, never>>("publicity.purgeFiles");

/** Finds lists whose job got lost; runs every minute. */
export const sweepPublicityJob = defineJob<Record<string, never>>("publicity.sweep");

/** Asks for the pages of all running lists; runs every minute. */
export const probePublicityJob = defineJob<Record<string, never>>("publicity.probe");
