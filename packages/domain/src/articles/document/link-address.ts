import { bodyLimits } from "./body-limits.ts";

/** Control characters, white space, invisible characters, and the backslash: browsers read `/\\host` as `//host`. */
const forbidden = /[\p{Cc}\p{Cf}\p{Z}\p{Cs}\\]/u;
/** Characters people paste raw although an address holds them encoded. */
const encodable = /[ "<>`{}|^]/g;
const blankEnds = /^[\p{Z}\p{Cf}]+|[\p{Z}\p{Cf}]+$/gu;

const allowedForms: readonly RegExp[] = [
  /^https?:\/\/[^/?#@]+(?:[/?#].*)?$/,
  /^mailto:[^@?]+@[^@]+$/,
  /^tel:\+?[0-9][0-9().,;*#-]*$/,
  /^\/(?!\/)/,
];

/**
 * The address as it is stored, or undefined when a link may not lead there.
 * Allowed are http, https (without user information, which only disguises the host), mailto, tel and paths of the site itself.
 */
export function normaliseHref(value: string): string | undefined {
  if (value.length > bodyLimits.hrefCharsMax) return undefined;
  const href = lowerScheme(value.replace(blankEnds, "").replace(encodable, encodeURIComponent));
  if (href.length > bodyLimits.hrefCharsMax || forbidden.test(href)) return undefined;
  return allowedForms.some((form) => form.test(href)) ? href : undefined;
}

/** For the editor's own link dialogue and paste rules, so that it never holds a link the server refuses. */
export function isAllowedHref(value: string): boolean {
  return normaliseHref(value) !== undefined;
}

/** Whether the link leaves for an absolute web address. */
export function isExternalHref(href: string): boolean {
  return /^https?:/.test(href);
}

function lowerScheme(href: string): string {
  return href.replace(/^[A-Za-z][A-Za-z0-9+.-]*:/, (scheme) => scheme.toLowerCase());
}
