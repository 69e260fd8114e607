import { connectDatabase, disconnectDatabase } from "./connection.ts";
import { startDatabase, type DatabaseOptions, type StartedDatabase } from "./start-database.ts";

/**
 * Runs a command's work on the database, connected; may run beside a portal. An embedded server that was not running
 * before is stopped again.
 */
export async function withDatabase<T>(
  options: DatabaseOptions & { connectionsMax: number },
  work: (database: StartedDatabase) => Promise<T>,
): Promise<T> {
  const database = await startDatabase(options);
  connectDatabase(database.appUrl, options.connectionsMax);
  try {
    return await work(database);
  } finally {
    await disconnectDatabase();
    if (!database.wasRunning) await database.stop();
  }
}
