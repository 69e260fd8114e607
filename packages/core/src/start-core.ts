import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { withStartLock } from "@zhibu/db/migrations";
import { startDatabase, type DatabaseOptions, type StartedDatabase } from "@zhibu/db/start-database";
import { setAnchorFolder } from "./audit/anchor-folder.ts";
import { migrateJobs } from "./jobs.ts";
import { connectQueue, disconnectQueue } from "./kernel/queue.ts";
import { provideDataKeys } from "./kernel/secret-box.ts";
import type { StorageConfig } from "./kernel/storage-config.ts";
import { startStorage } from "./kernel/storage-open.ts";
import type { ClamdConfig } from "./media/clamd-config.ts";
import { clamdScanner } from "./media/clamd-scanner.ts";
import { setFileReader } from "./media/reading/file-reader.ts";
import { threadReader } from "./media/reading/thread-reader.ts";
import { setVirusScanner } from "./media/virus-scan.ts";
import { ensurePublicityDefaults } from "./publicity/ensure-defaults.ts";

export type CoreSettings = {
  database: DatabaseOptions;
  storage: StorageConfig;
  /** Secrets that seal fields of the database: the first seals, all of them open. */
  dataKeys: readonly string[];
  /** Who judges uploads; without one only the industry's test signature is found. */
  clamd?: ClamdConfig | null;
  /** A folder outside the data that every anchor of the audit trail is also written to, absolute. */
  anchorFolder?: string | undefined;
  /** Told of trouble with the queue's own connections and of jobs that failed, with the cause; they are tried again. */
  onQueueError: (error: Error) => void;
};

export type StartedCore = {
  database: StartedDatabase;
  stop: () => Promise<void>;
};

/**
 * Gives this process what use cases need: a migrated database with the defaults of every college, the job queue and the storage.
 * Once, at start; any number of processes may do so at the same time.
 */
export async function startCore(settings: CoreSettings): Promise<StartedCore> {
  provideDataKeys(settings.dataKeys);
  const database = await startDatabase(settings.database);
  await withStartLock(database.ownerUrl, () => migrateJobs(database.ownerUrl));
  connectDatabase(database.appUrl);
  await ensurePublicityDefaults(new Date());
  await startStorage(settings.storage);
  setAnchorFolder(settings.anchorFolder);
  setVirusScanner(settings.clamd ? clamdScanner(settings.clamd) : null);
  setFileReader(threadReader());
  await connectQueue(database.appUrl, settings.onQueueError);
  return {
    database,
    stop: async () => {
      await disconnectQueue();
      await disconnectDatabase();
      await database.stop();
    },
  };
}
