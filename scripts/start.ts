/** `npm start` builds if needed and serves; `npm run dev` (`--dev`) serves from the sources. */
import { spawn } from "node:child_process";
import path from "node:path";
import { buildIfNeeded } from "./build-if-needed.ts";
import { leave, root } from "./command.ts";

const development = process.argv.includes("--dev");
if (!development) await buildIfNeeded().catch(leave);

const server = spawn(process.execPath, [path.join(root, "apps/portal/server/main.ts")], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: development ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
});

// A terminal's Ctrl-C reaches the server by itself, being sent to the whole process group: it is not sent twice.
process.on("SIGINT", () => process.stdin.isTTY || server.kill("SIGINT"));
for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));

server.once("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1);
});
