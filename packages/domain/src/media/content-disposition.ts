/** RFC 5987 leaves fewer characters bare than `encodeURIComponent`. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The header that makes a browser save a file under its (Chinese) name instead of opening it. */
export function asDownload(name: string): string {
  const suffix = /\.[a-z0-9]{1,8}$/u.exec(name)?.[0] ?? "";
  return `attachment; filename="download${suffix}"; filename*=UTF-8''${encodeExtended(name.toWellFormed())}`;
}
