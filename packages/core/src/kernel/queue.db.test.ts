import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { withStartLock } from "@zhibu/db/migrations";
import { withOffice } from "@zhibu/db/scope";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import {
  connectQueue,
  defineJob,
  defineTimedJob,
  disconnectQueue,
  enqueue,
  enqueueAllAt,
  enqueueAt,
  migrateQueue,
  workQueue,
} from "./queue.ts";

const own = provideOwnDatabase();
const soonJob = defineJob<{ no: number }>("test.soon");
const laterJob = defineTimedJob<{ no: number }>("test.later");
const failingJob = defineJob<{ no: number }>("test.failing");
const errors: Error[] = [];
const worked: string[] = [];

beforeAll(async () => {
  // Twice, as at a second start: a queue that is there is brought up to date, not refused.
  for (let start = 0; start < 2; start += 1) {
    await withStartLock(own.ownerUrl, () => migrateQueue(own.ownerUrl, [soonJob, laterJob, failingJob]));
  }
  await connectQueue(own.appUrl, (error) => errors.push(error));
  const queue = workQueue();
  await queue.work(soonJob, async ({ no }) => void worked.push(`soon ${no}`));
  await queue.work(laterJob, async ({ no }) => void worked.push(`later ${no}`));
});

afterAll(async () => {
  await disconnectQueue();
});

afterEach(() => {
  expect(errors.splice(0)).toEqual([]);
});

const isWorked = (what: string): Promise<void> =>
  vi.waitFor(() => expect(worked).toContain(what), { timeout: 5_000, interval: 5 });

test("a job is announced: one after the other, twenty take less than twenty askings of the queue would", async () => {
  const begun = performance.now();
  for (let no = 0; no < 20; no += 1) {
    await withOffice((tx) => enqueue(tx, soonJob, { no }));
    await isWorked(`soon ${no}`);
  }
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test("a job of a change that did not happen is not there", async () => {
  const failing = withOffice(async (tx) => {
    await enqueue(tx, soonJob, { no: 100 });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await withOffice((tx) => enqueue(tx, soonJob, { no: 101 }));
  await isWorked("soon 101");
  expect(worked).not.toContain("soon 100");
});

test("a job for a later moment waits for it", async () => {
  const at = Date.now() + 1_500;
  await withOffice(async (tx) => {
    await enqueueAt(tx, laterJob, { no: 1 }, new Date(at));
    await enqueueAllAt(tx, laterJob, [{ data: { no: 2 }, startAfter: new Date(0) }]);
  });
  await isWorked("later 2");
  expect(worked).not.toContain("later 1");
  await isWorked("later 1");
  expect(Date.now()).toBeGreaterThanOrEqual(at);
});

test("a job that fails is told of with its cause, and tried again", async () => {
  const cause = new Error("the first time it fails");
  const tries: number[] = [];
  await workQueue().work(failingJob, async ({ no }) => {
    tries.push(no);
    if (tries.length === 1) throw cause;
  });
  await withOffice((tx) => enqueue(tx, failingJob, { no: 7 }));
  await vi.waitFor(() => expect(errors).toHaveLength(1), { timeout: 5_000, interval: 5 });
  expect(errors.splice(0)).toMatchObject([{ message: "the job test.failing failed", cause }]);
  await vi.waitFor(() => expect(tries).toEqual([7, 7]), { timeout: 25_000, interval: 50 });
});
