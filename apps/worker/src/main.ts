/** Works on jobs in a process of its own, beside any number of portals on the same database. */
import { inspect } from "node:util";
import { workJobs } from "@zhibu/core/jobs";
import { configureSiteOrigins } from "@zhibu/core/kernel/site-origins";
import { configureMail } from "@zhibu/core/notifications/mail-settings";
import { configureProbe } from "@zhibu/core/publicity/probe/probe-settings";
import { startCore } from "@zhibu/core/start-core";
import { readWorkerEnv } from "./env.ts";

const env = readWorkerEnv();
const core = await startCore({
  ...env.core,
  onQueueError: (error) => process.stderr.write(`queue: ${inspect(error)}\n`),
});
configureMail(env.mail);
configureSiteOrigins(env.siteOrigin);
if (env.probe) configureProbe(env.probe);
else
  process.stderr.write(
    "worker: PROBE_ORIGIN is not set, so this worker does not ask whether publicity lists can be read\n",
  );
await workJobs(() => new Date());
process.stdout.write("worker: ready\n");

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void core.stop().finally(() => process.exit(0));
  });
}
