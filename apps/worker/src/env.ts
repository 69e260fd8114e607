import path from "node:path";
import { z } from "zod";
import { dataKeySchema, dataKeysOf } from "@zhibu/core/kernel/data-key-config";
import type { SiteName } from "@zhibu/core/kernel/site-origins";
import { storageConfig, storageEnvSchema } from "@zhibu/core/kernel/storage-config";
import { mailConfig, mailEnvSchema } from "@zhibu/core/notifications/mail-env";
import { probeEnvSchema } from "@zhibu/core/publicity/probe/probe-settings";
import mail from "../../portal/messages/zh-CN/mail.json" with { type: "json" };
import notifications from "../../portal/messages/zh-CN/notifications.json" with { type: "json" };

const port = z.coerce.number().int().min(0).max(65_535);

const workerEnvSchema = z.object({
  ...probeEnvSchema.shape,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }),
  AUTH_SECRET: z.string().min(16),
  DATA_KEY: dataKeySchema,
  DATA_DIR: z.string().min(1).default(".data"),
  AUDIT_ANCHOR_DIR: z.string().min(1).optional(),
  ROOT_DOMAIN: z.string().min(1).default("localhost"),
  PUBLIC_SCHEME: z.enum(["http", "https"]).default("http"),
  PORT: port.default(3000),
  PUBLIC_PORT: port.optional(),
});

type WorkerEnv = z.infer<typeof workerEnvSchema>;

/** Where links lead that leave a page: of mails to the console, of pushed texts to the site they were written for. */
function originOf(host: string, { PUBLIC_SCHEME, PUBLIC_PORT, PORT }: WorkerEnv): string {
  const publicPort = PUBLIC_PORT ?? (PUBLIC_SCHEME === "https" ? 443 : PORT);
  return new URL(`${PUBLIC_SCHEME}://${host}:${publicPort}`).origin;
}

/** What a worker needs to know; the same variables as the portal it works beside. @throws ZodError naming what is missing. */
export function readWorkerEnv() {
  const env = workerEnvSchema.parse(process.env);
  const dataDir = path.resolve(env.DATA_DIR);
  const core = {
    database: { databaseUrl: env.DATABASE_URL, dataDir, secret: env.AUTH_SECRET },
    dataKeys: dataKeysOf(env.DATA_KEY, env.AUTH_SECRET),
    storage: storageConfig(storageEnvSchema.parse(process.env), path.join(dataDir, "media")),
    anchorFolder: env.AUDIT_ANCHOR_DIR === undefined ? undefined : path.resolve(env.AUDIT_ANCHOR_DIR),
  };
  const smtp = mailConfig(mailEnvSchema.parse(process.env), originOf(`console.${env.ROOT_DOMAIN}`, env), {
    mail,
    notifications,
  });
  const siteOrigin = ({ slug, customDomain }: SiteName) => originOf(customDomain ?? `${slug}.${env.ROOT_DOMAIN}`, env);
  const probe = env.PROBE_ORIGIN === undefined ? null : { origin: env.PROBE_ORIGIN, secret: env.AUTH_SECRET };
  return { core, mail: smtp, siteOrigin, probe };
}
