import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../embedded-postgres.ts";

export type ScratchPostgres = {
  /** A new empty database of this server, as its owner. */
  createDatabase: (name: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** A real server for tests of whole processes, gone when they end. */
export async function startScratchPostgres(): Promise<ScratchPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-scratch-"));
  // Run as root, PostgreSQL gets a user of its own, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"));
  return {
    createDatabase: async (name) => {
      const owner = new pg.Client({ connectionString: server.ownerUrl });
      await owner.connect();
      await owner.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      await owner.end();
      const url = new URL(server.ownerUrl);
      url.pathname = `/${name}`;
      return url.toString();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
