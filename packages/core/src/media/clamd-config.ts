import { z } from "zod";

/** The virus scanner's share of the environment. Without `CLAMD_SOCKET` and `CLAMD_HOST` there is none. */
export const clamdEnvSchema = z
  .object({
    /** Path of clamd's local socket. */
    CLAMD_SOCKET: z.string().startsWith("/").max(100).optional(),
    CLAMD_HOST: z.string().min(1).max(255).optional(),
    CLAMD_PORT: z.coerce.number().int().min(1).max(65_535).default(3310),
    /** How long one file may take; an upload whose scan takes longer is refused. */
    CLAMD_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(60),
  })
  .refine((env) => env.CLAMD_SOCKET === undefined || env.CLAMD_HOST === undefined, {
    path: ["CLAMD_HOST"],
    message: "CLAMD_SOCKET is set, so CLAMD_HOST must not be",
  });

export type ClamdEnv = z.infer<typeof clamdEnvSchema>;

/** Where clamd listens, and how long one file may take it. */
export type ClamdConfig = { address: { path: string } | { host: string; port: number }; timeoutMs: number };

/** Which scanner the environment asks for; `null` where it asks for none. */
export function clamdConfig(env: ClamdEnv): ClamdConfig | null {
  const timeoutMs = env.CLAMD_TIMEOUT_SECONDS * 1_000;
  if (env.CLAMD_SOCKET !== undefined) return { address: { path: env.CLAMD_SOCKET }, timeoutMs };
  if (env.CLAMD_HOST !== undefined) return { address: { host: env.CLAMD_HOST, port: env.CLAMD_PORT }, timeoutMs };
  return null;
}
