import { z } from "zod";

/**
 * The storage's share of the environment. Without `S3_BUCKET` files live on disk; `S3_ENDPOINT` names a
 * compatible store (MinIO, Ceph), which mostly wants addresses with the bucket in the path.
 */
export const storageEnvSchema = z
  .object({
    S3_BUCKET: z.string().min(3).max(63).optional(),
    S3_ENDPOINT: z.url({ protocol: /^https?$/u }).optional(),
    S3_REGION: z.string().min(1).default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().min(1).optional(),
    S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
    S3_FORCE_PATH_STYLE: z.stringbool().optional(),
  })
  .refine((env) => env.S3_BUCKET !== undefined || env.S3_ENDPOINT === undefined, {
    path: ["S3_BUCKET"],
    message: "S3_ENDPOINT is set, so S3_BUCKET must be set too",
  })
  .refine((env) => (env.S3_ACCESS_KEY_ID === undefined) === (env.S3_SECRET_ACCESS_KEY === undefined), {
    path: ["S3_SECRET_ACCESS_KEY"],
    message: "S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together",
  });

export type StorageEnv = z.infer<typeof storageEnvSchema>;

export type S3Config = {
  bucket: string;
  region: string;
  endpoint?: string;
  /** Without them the SDK's own chain applies: instance role, profile, its environment variables. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  forcePathStyle: boolean;
};

export type StorageConfig = { type: "disk"; folder: string } | ({ type: "s3" } & S3Config);

/** Which storage the environment asks for; `folder` is the disk's, absolute. */
export function storageConfig(env: StorageEnv, folder: string): StorageConfig {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_FORCE_PATH_STYLE } = env;
  if (S3_BUCKET === undefined) return { type: "disk", folder };
  return {
    type: "s3",
    bucket: S3_BUCKET,
    region: S3_REGION,
    forcePathStyle: S3_FORCE_PATH_STYLE ?? S3_ENDPOINT !== undefined,
    ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT }),
    ...(S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined
      ? {}
      : { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }),
  };
}
