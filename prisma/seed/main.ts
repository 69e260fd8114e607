import { runSeed } from "./run-seed.ts";
/** `npm run seed`: the demo college into an empty database, or with `--branches` and `--articles` a synthetic one of any size. */
import { readSeedCommand } from "./seed-command.ts";

try {
  await runSeed(readSeedCommand(process.argv.slice(2), process.env), new Date());
} catch (error) {
  process.stderr.write(`seed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
