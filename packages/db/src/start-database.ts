import { provisionAppLogin } from "./app-login.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { migrate, withStartLock } from "./migrations.ts";

export type StartedDatabase = {
  ownerUrl: string;
  /** URL of the login that bypasses nothing: the only one the application keeps. */
  appUrl: string;
  embedded: boolean;
  /** Whether somebody else runs the server, who is to stop it. */
  wasRunning: boolean;
  stop: () => Promise<void>;
};

export type DatabaseOptions = {
  /** The owner's URL; without it PostgreSQL from npm runs under `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  secret: string;
};

/** Starts or reaches the database, migrates it, and provisions the application's login; safe for several instances at once. */
export async function startDatabase(options: DatabaseOptions): Promise<StartedDatabase> {
  const running = options.databaseUrl
    ? { ownerUrl: options.databaseUrl, wasRunning: true, stop: () => Promise.resolve() }
    : await startEmbeddedPostgres(options.dataDir);
  const appUrl = await withStartLock(running.ownerUrl, async (owner) => {
    await migrate(running.ownerUrl);
    return provisionAppLogin(owner, running.ownerUrl, options.secret);
  });
  return { ...running, appUrl, embedded: !options.databaseUrl };
}
