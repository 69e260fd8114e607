/** Generates the database client. Prisma's native engine is never fetched: any existing file satisfies the CLI (DESIGN §4). */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const cli = fileURLToPath(new URL("node_modules/prisma/build/index.js", root));
const result = spawnSync(process.execPath, [cli, "generate", "--config", "prisma/prisma.config.ts", "--no-hints"], {
  cwd: fileURLToPath(root),
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
  encoding: "utf8",
});
if (result.status !== 0) process.stdout.write(result.stdout);
process.exitCode = result.status ?? 1;
