/** Stored waivers by the finding they are for; what can't be read counts as none. */
export function waiverReasons(stored: unknown): ReadonlyMap<string, string> {
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return new Map(list.flatMap((waiver) => (isWaiver(waiver) ? [[waiver.findingKey, waiver.reason] as const] : [])));
}

function isWaiver(value: unknown): value is { findingKey: string; reason: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "findingKey" in value &&
    typeof value.findingKey === "string" &&
    "reason" in value &&
    typeof value.reason === "string"
  );
}
