/** Headers as `name, value, name, value`, the form `writeHead` takes without copying. */
export type HeaderList = readonly string[];

const permissionsPolicy =
  "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

/** A promise to browsers never to come back over plain http; made only where https is what the public sees. */
function transportHeaders(scheme: "http" | "https"): HeaderList {
  // Not for subdomains: below a branch's own domain others may live.
  return scheme === "https" ? ["strict-transport-security", "max-age=31536000"] : [];
}

/** What every answer on a reader host carries. Policies of documents are made per document by `readerPolicy`. */
export function readerHeaders(scheme: "http" | "https"): HeaderList {
  return [
    "x-content-type-options",
    "nosniff",
    "referrer-policy",
    "strict-origin-when-cross-origin",
    "permissions-policy",
    permissionsPolicy,
    "cross-origin-opener-policy",
    "same-origin",
    ...transportHeaders(scheme),
  ];
}

/**
 * The policy of a reader document: no script at all, and only the style sheets whose hashes were taken from it.
 * `linkedStyles` allows style sheets of the same host as well.
 */
export function readerPolicy(styleHashes: readonly string[], linkedStyles: boolean): string {
  const styles = [...(linkedStyles ? ["'self'"] : []), ...styleHashes.map((hash) => `'sha256-${hash}'`)];
  return [
    "default-src 'none'",
    "script-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.join(" ")}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For what is no document (feeds, plain answers, downloads): nothing may run or load even if a browser shows it. */
export const inertPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'";

/**
 * The console's policy for one request. Next reads the nonce from the *request* header of this name and puts it on its
 * scripts. Styles stay `unsafe-inline`, because antd writes style elements while it runs.
 */
export function consolePolicy(nonce: string, development: boolean): string {
  const evaluation = development ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What every answer on the console's host carries beside its policy. */
export function consoleHeaders(scheme: "http" | "https"): HeaderList {
  return [
    "x-content-type-options",
    "nosniff",
    "referrer-policy",
    "same-origin",
    "permissions-policy",
    permissionsPolicy,
    "cross-origin-opener-policy",
    "same-origin",
    "cross-origin-resource-policy",
    "same-origin",
    "x-frame-options",
    "DENY",
    "x-robots-tag",
    "noindex, nofollow",
    ...transportHeaders(scheme),
  ];
}
