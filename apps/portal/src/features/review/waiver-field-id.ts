/** The field in which a reviewer says why a finding may pass. */
export function waiverFieldId(findingKey: string): string {
  return `waiver-${findingKey}`;
}
