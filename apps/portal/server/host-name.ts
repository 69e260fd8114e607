const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const hostPattern = new RegExp(String.raw`^(${label}(?:\.${label})*)\.?(?::\d{1,5})?$`, "iu");

/** Longest name DNS allows (253), a trailing dot and a port. */
const hostLengthMax = 253 + 1 + 6;

/**
 * The bare, lower-case host name of a `Host` header: port and trailing dot removed.
 * Anything that is not a plain DNS name (user info, an address literal in brackets, two hosts, control characters) is `null`.
 */
export function parseHost(header: string | undefined): string | null {
  if (header === undefined || header.length > hostLengthMax) return null;
  const name = hostPattern.exec(header)?.[1]?.toLowerCase();
  return name === undefined || name.length > 253 ? null : name;
}
