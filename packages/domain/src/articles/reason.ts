export const reasonCharsMin = 2;
export const reasonCharsMax = 1_000;

/** A reason in words as it is kept, or `null` while there is none to speak of. Free of schemas, for screens load it. */
export function reasonIn(text: string | undefined): string | null {
  const reason = text?.trim() ?? "";
  return reason.length >= reasonCharsMin && reason.length <= reasonCharsMax ? reason : null;
}
