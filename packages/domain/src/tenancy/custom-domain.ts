import { AppError } from "../kernel/app-error.ts";

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
/** Two labels at least, and a last one that is no number: no address literal, no bare name. */
const domainPattern = new RegExp(String.raw`^(?:${label}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`, "u");

const domainCharsMax = 253;

/**
 * A branch's own domain as it is kept: lower case, without scheme, path and a dot at the end; names in Chinese as DNS knows them.
 * It may neither be the college's root domain nor lie below it: those names are given by slug alone.
 * @throws AppError INVALID for anything that is no such host name.
 */
export function readCustomDomain(typed: string, rootDomain: string): string {
  const domain = hostNameOf(typed);
  if (domain === null) throw new AppError("INVALID", "branch.domainInvalid");
  const root = rootDomain.toLowerCase();
  if (domain === root || domain.endsWith(`.${root}`) || root.endsWith(`.${domain}`)) {
    throw new AppError("INVALID", "branch.domainOfCollege", { root });
  }
  return domain;
}

function hostNameOf(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .trim()
    .replace(/^https?:\/\//iu, "")
    .replace(/\.?\/?$/u, "");
  if (bare === "" || /[\s/?#@:\\%]/u.test(bare) || !URL.canParse(`http://${bare}`)) return null;
  const { hostname } = new URL(`http://${bare}`);
  return hostname.length <= domainCharsMax && domainPattern.test(hostname) ? hostname : null;
}
