import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@zhibu/db/scope";

/** A kind of job that is put in for this moment, and the shape of its data. */
export type Job<Data extends object> = { name: string; readonly data?: Data };

export function defineJob<Data extends object>(name: string): Job<Data> {
  return { name };
}

/** A kind of job that is put in for a later moment. Nothing announces that a moment has come, so its queue is asked often. */
export type TimedJob<Data extends object> = Job<Data> & { timed: true };

export function defineTimedJob<Data extends object>(name: string): TimedJob<Data> {
  return { name, timed: true };
}

type AnyJob = { name: string; timed?: true };

/** How often a queue is asked whose jobs the database announces: only what an announcement was lost of is found so. */
const backstopSeconds = 10;
/** While the announcements don't arrive. */
const unannouncedSeconds = 1;
const timedSeconds = 0.5;

const schema = "pgboss";
const roles = ["zhibu_branch", "zhibu_office"];

/** The server and Next's bundle hold two copies of this module; the queue is one per process all the same. */
const slot = Symbol.for("zhibu.queue");
type Connected = { boss: PgBoss; onError: (error: Error) => void };
type Holder = { [slot]?: Connected };

/**
 * Brings the queue's tables up to date as the owner, and lets the roles put jobs in with their own changes.
 * The caller holds the start lock.
 */
export async function migrateQueue(ownerUrl: string, jobs: readonly AnyJob[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  for (const { name, timed = false } of jobs) {
    const settings = { retryLimit: 20, retryDelay: 5, retryBackoff: true, notify: !timed };
    await boss.createQueue(name, settings);
    // A queue that was there already keeps its settings otherwise.
    await boss.updateQueue(name, settings);
  }
  const db = boss.getDb();
  await db.executeSql(`GRANT USAGE ON SCHEMA ${schema} TO ${roles.join(", ")}`);
  await db.executeSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO zhibu_office`);
  await db.executeSql(`GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ${schema} TO zhibu_branch`);
  await db.executeSql(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${roles.join(", ")}`);
  await boss.stop({ graceful: false });
}

/** What jobs are registered with. */
export type WorkQueue = {
  work<Data extends object>(job: Job<Data> | TimedJob<Data>, handle: (data: Data) => Promise<void>): Promise<void>;
  /** Five-field cron in Asia/Shanghai. */
  every(job: { name: string }, cron: string): Promise<void>;
};

/**
 * Connects the process to the queue, so that use cases can enqueue; called once at start. `onError` hears of trouble with
 * the queue's connections and of each job that failed, which is tried again.
 */
export async function connectQueue(appUrl: string, onError: (error: Error) => void): Promise<void> {
  const boss = new PgBoss({
    connectionString: appUrl,
    options: "-c role=zhibu_office",
    schema,
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
  });
  boss.on("error", onError);
  await boss.start();
  (globalThis as Holder)[slot] = { boss, onError };
}

/** Ends the connection; work under way is finished first. */
export async function disconnectQueue(): Promise<void> {
  await (globalThis as Holder)[slot]?.boss.stop({ graceful: true, timeout: 10_000 });
  delete (globalThis as Holder)[slot];
}

function connectedQueue(): Connected {
  const connected = (globalThis as Holder)[slot];
  if (!connected) throw new Error("the job queue is not connected");
  return connected;
}

/** Puts a job in with the change it belongs to: both happen, or neither. It may run more than once. */
export async function enqueue<Data extends object>(tx: Tx, job: Job<Data>, data: Data): Promise<void> {
  // Without a moment of ours: one that lies after the transaction's beginning would not be announced.
  await connectedQueue().boss.send(job.name, data, { db: fromPrisma(tx) });
}

/** The same for a later moment. */
export async function enqueueAt<Data extends object>(
  tx: Tx,
  job: TimedJob<Data>,
  data: Data,
  startAfter: Date,
): Promise<void> {
  await connectedQueue().boss.send(job.name, data, { startAfter, db: fromPrisma(tx) });
}

/** Many jobs of one kind in one statement. */
export async function enqueueAllAt<Data extends object>(
  tx: Tx,
  job: TimedJob<Data>,
  jobs: readonly { data: Data; startAfter: Date }[],
): Promise<void> {
  if (jobs.length > 0) await connectedQueue().boss.insert(job.name, [...jobs], { db: fromPrisma(tx) });
}

/** Whether this process can put jobs in; one that can't leaves to the clock what the clock would do a little later anyway. */
export function isQueueConnected(): boolean {
  return (globalThis as Holder)[slot] !== undefined;
}

/** Passes a job's failure on to the queue, which tries the job again, and tells of it. */
function tellOf(job: AnyJob, onError: Connected["onError"]): (cause: unknown) => never {
  return (cause) => {
    onError(new Error(`the job ${job.name} failed`, { cause }));
    throw cause;
  };
}

/** The worker's side of the connected queue. */
export function workQueue(): WorkQueue {
  const { boss, onError } = connectedQueue();
  return {
    work: async <Data extends object>(job: Job<Data> | TimedJob<Data>, handle: (data: Data) => Promise<void>) => {
      const asked = {
        pollingIntervalSeconds: "timed" in job ? timedSeconds : unannouncedSeconds,
        notifyPollingIntervalSeconds: backstopSeconds,
        batchSize: 1,
      };
      await boss.work<Data>(job.name, asked, async (batch) => {
        for (const { data } of batch) await handle(data).catch(tellOf(job, onError));
      });
    },
    every: async (job, cron) => {
      await boss.schedule(job.name, cron, {}, { tz: "Asia/Shanghai" });
    },
  };
}
