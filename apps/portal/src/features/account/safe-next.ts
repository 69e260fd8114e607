const base = "http://console.invalid";

/** Where to go after sign-in: a path of the console itself, whatever the address said; the inbox otherwise. */
export function safeNext(wanted: string | undefined): string {
  const home = "/inbox";
  if (!wanted?.startsWith("/") || wanted.length > 500) return home;
  // Browsers take a backslash for a slash and skip control characters: "/\evil" would leave the console.
  if (!URL.canParse(wanted, base) || /[\\\s\p{Cc}]/u.test(wanted)) return home;
  const { origin, pathname, search, hash } = new URL(wanted, base);
  // Dot segments resolve away and may leave "//host" behind.
  if (origin !== base || pathname.startsWith("//")) return home;
  if (/^\/(?:(?:sign-in|change-password|second-factor|campus-unknown|welcome|api)(?:\/|$)|$)/u.test(pathname))
    return home;
  return pathname + search + hash;
}
