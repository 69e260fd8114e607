import { afterAll, beforeAll, expect, inject } from "vitest";
import { withStartLock } from "@zhibu/db/migrations";
import type {} from "@zhibu/db/testing/global-setup";
import type { OwnDatabase } from "@zhibu/db/testing/own-database";
import { migrateJobs } from "../../../jobs.ts";
import { connectQueue, disconnectQueue } from "../../../kernel/queue.ts";

/** Connects the test file to its database's queue without working on it: tests run jobs themselves, once or as often as they like. */
export function provideQueue(own?: OwnDatabase): void {
  const errors: Error[] = [];
  beforeAll(async () => {
    const { ownerUrl, appUrl } = own ?? { ownerUrl: inject("ownerUrl"), appUrl: inject("appUrl") };
    await withStartLock(ownerUrl, () => migrateJobs(ownerUrl));
    await connectQueue(appUrl, (error) => errors.push(error));
  });
  afterAll(async () => {
    await disconnectQueue();
    expect(errors).toEqual([]);
  });
}
