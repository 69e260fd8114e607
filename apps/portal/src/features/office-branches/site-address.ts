type Site = { slug: string; customDomain: string | null };

/** Where readers find a branch, with scheme and port; `rootOrigin` is the portal's. */
export function siteHref({ slug, customDomain }: Site, rootOrigin: string): string {
  const url = new URL(rootOrigin);
  url.hostname = customDomain ?? `${slug}.${url.hostname}`;
  return url.origin;
}

/** The same as people write it. */
export function siteHost(site: Site, rootOrigin: string): string {
  return new URL(siteHref(site, rootOrigin)).host;
}
