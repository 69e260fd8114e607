import { z } from "zod";
import { dataKeySchema } from "@zhibu/core/kernel/data-key-config";
import { storageEnvSchema } from "@zhibu/core/kernel/storage-config";
import { clamdEnvSchema } from "@zhibu/core/media/clamd-config";
import { mailEnvSchema } from "@zhibu/core/notifications/mail-env";
import { probeEnvSchema } from "@zhibu/core/publicity/probe/probe-settings";

const port = z.coerce.number().int().min(0).max(65_535);

/** Only what stays on this machine may go over plain http. */
const issuer = z
  .url({ protocol: /^https?$/u })
  .refine(
    (url) => url.startsWith("https:") || /^http:\/\/(?:localhost|127\.0\.0\.1)(?=[:/]|$)/u.test(url),
    "must be https",
  );

const campusVariables = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** Everything the portal can be told. Storage (`S3_…`), the virus scanner (`CLAMD_…`) and mail have schemas of their own in core. */
const fields = z.object({
  ...probeEnvSchema.shape,
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: port.default(3000),
  ROOT_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/u, "a bare host name in lower case, without scheme and port")
    .default("localhost"),
  /** What browsers use to reach us; behind a proxy that speaks TLS this is `https`. */
  PUBLIC_SCHEME: z.enum(["http", "https"]).default("http"),
  /** Defaults to 443 for https, and to PORT for http. */
  PUBLIC_PORT: port.optional(),
  /** The owner's URL of any PostgreSQL ≥ 15; without it one from npm is started under DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  /** Made and kept under DATA_DIR when the database is embedded. */
  AUTH_SECRET: z.string().min(16).optional(),
  /** Seals secret fields in the database. Several, separated by commas: the first seals, all of them open. */
  DATA_KEY: dataKeySchema,
  /** Campus sign-in by OpenID Connect: the provider's issuer and what it knows us as; all three or none. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).max(500).optional(),
  /** What people call it, for the button. */
  OIDC_NAME: z.string().min(1).max(20).optional(),
  /** The claim that holds a person's login name here. */
  OIDC_LOGIN_CLAIM: z.string().min(1).max(100).default("preferred_username"),
  /** next-auth would take these for the console's origin, whatever host was asked. */
  AUTH_URL: z.never({ error: "must not be set" }).optional(),
  NEXTAUTH_URL: z.never({ error: "must not be set" }).optional(),
  /** All demo accounts' password; made and printed when not set. */
  DEMO_PASSWORD: z.string().min(10).max(200).optional(),
  /** Addresses or networks whose `x-forwarded-for` is believed, separated by commas. */
  TRUSTED_PROXY: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== ""),
    ),
  /** Whether this process works on jobs as well, or leaves them to workers beside it. */
  JOBS: z.enum(["inside", "outside"]).default("inside"),
  /** A folder outside DATA_DIR that the audit trail's daily anchors are also written to. */
  AUDIT_ANCHOR_DIR: z.string().min(1).optional(),
  /** Memory for readers' pages, in bytes. */
  CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(256 * 1024 * 1024),
});

const schema = fields.superRefine((given, context) => {
  const missing = campusVariables.filter((name) => given[name] === undefined);
  if (missing.length === 0 || missing.length === campusVariables.length) return;
  for (const name of missing) {
    context.addIssue({
      code: "custom",
      path: [name],
      message: `must be set together with ${campusVariables.join(", ")}`,
    });
  }
});

export type PortalEnv = z.infer<typeof schema> & {
  PUBLIC_PORT: number;
  storage: z.infer<typeof storageEnvSchema>;
  clamd: z.infer<typeof clamdEnvSchema>;
  mail: z.infer<typeof mailEnvSchema>;
};

/** The environment is not one the portal can run with; the message names every variable that is wrong. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

type Variables = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as unset, as in most deployment tools. */
function withoutEmpty(source: Variables): Variables {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

/** Reads and checks the environment. @throws EnvError */
export function readEnv(source: Variables = process.env): PortalEnv {
  const given = withoutEmpty(source);
  const portal = schema.safeParse(given);
  const storage = storageEnvSchema.safeParse(given);
  const clamd = clamdEnvSchema.safeParse(given);
  const mail = mailEnvSchema.safeParse(given);
  if (!portal.success || !storage.success || !clamd.success || !mail.success) {
    const issues = [portal, storage, clamd, mail].flatMap(({ error }) => error?.issues ?? []);
    throw new EnvError(issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const { data } = portal;
  const publicPort = data.PUBLIC_PORT ?? (data.PUBLIC_SCHEME === "https" ? 443 : data.PORT);
  return { ...data, PUBLIC_PORT: publicPort, storage: storage.data, clamd: clamd.data, mail: mail.data };
}

/** Passes what the server found out at start (a secret it made, the port it got) on to the pages' `env()`. */
export function publishEnv(found: Readonly<Record<string, string>>): void {
  Object.assign(process.env, found);
}

/** The environment of a program we start: ours, with what it must know beside. */
export function childEnv(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

let read: (PortalEnv & { AUTH_SECRET: string }) | undefined;

/** What the pages need of the environment; the server has filled in and checked it before Next starts. */
export function env(): PortalEnv & { AUTH_SECRET: string } {
  if (read !== undefined) return read;
  const current = readEnv();
  if (current.AUTH_SECRET === undefined) throw new EnvError("AUTH_SECRET: not set");
  read = { ...current, AUTH_SECRET: current.AUTH_SECRET };
  return read;
}
