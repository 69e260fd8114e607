import { parseArgs } from "node:util";
import { z } from "zod";
import { dataKeySchema } from "@zhibu/core/kernel/data-key-config";
import { storageEnvSchema } from "@zhibu/core/kernel/storage-config";

const envSchema = storageEnvSchema.and(
  z.object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
    DATA_DIR: z.string().min(1).default(".data"),
    AUTH_SECRET: z.string().min(16).optional(),
    DATA_KEY: dataKeySchema,
    DEMO_PASSWORD: z.string().min(10).max(200).optional(),
  }),
);

export type SeedEnv = z.infer<typeof envSchema>;

export type SeedCommand = {
  env: SeedEnv;
  /** Leave a database alone that has a college; without it the seed says so and fails. */
  ifEmpty: boolean;
  /** A synthetic college beside, or instead of, the demo one. */
  synthetic: { branches: number; articles: number } | null;
};

const countSchema = z.coerce.number().int().min(1).max(50_000_000);

/** Reads arguments and environment. @throws Error naming what is wrong. */
export function readSeedCommand(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): SeedCommand {
  const { values } = parseArgs({
    args: [...args],
    options: { "if-empty": { type: "boolean" }, branches: { type: "string" }, articles: { type: "string" } },
  });
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const env = envSchema.safeParse(given);
  if (!env.success)
    throw new Error(env.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  const wantsSynthetic = values.branches !== undefined || values.articles !== undefined;
  return {
    env: env.data,
    ifEmpty: values["if-empty"] ?? false,
    synthetic: wantsSynthetic
      ? { branches: countSchema.parse(values.branches ?? "10"), articles: countSchema.parse(values.articles ?? "1000") }
      : null,
  };
}
