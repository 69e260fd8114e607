import { z } from "zod";

/** The probe's share of the environment. */
export const probeEnvSchema = z.object({
  /** Where the probe finds the front door: scheme, host and port; the site is named by the `Host` header. */
  PROBE_ORIGIN: z
    .url({ protocol: /^https?$/u })
    .refine((url) => /^https?:\/\/[^/?#@]+\/?$/u.test(url), "scheme, host and port, and nothing behind them")
    .optional(),
});
export type ProbeEnv = z.infer<typeof probeEnvSchema>;

export type ProbeSettings = { origin: string; secret: string };

const slot: { settings: ProbeSettings | null } = { settings: null };

/** Told once, at start, by a process that works on jobs: where the front door is, and what its portals share a secret in. */
export function configureProbe(settings: ProbeSettings): void {
  slot.settings = settings;
}

/** `null` in a process nobody has told: it asks nothing, and nothing is recorded. */
export function probeSettings(): ProbeSettings | null {
  return slot.settings;
}
