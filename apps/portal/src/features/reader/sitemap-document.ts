import { escapeHtml } from "@zhibu/domain/articles/document/escape-html";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Pages for search engines; at most 50,000 (the protocol's limit), which the caller sees to. */
export function sitemapDocument(pages: readonly { url: string; changedAt?: Date }[]): string {
  const entries = pages.map(({ url, changedAt }) => `<url><loc>${escapeHtml(url)}</loc>${changed(changedAt)}</url>`);
  return `${declaration}<urlset ${namespace}>\n${entries.join("\n")}\n</urlset>\n`;
}

/** The sitemaps of other hosts, by address. */
export function sitemapIndexDocument(maps: readonly { url: string; changedAt?: Date }[]): string {
  const entries = maps.map(
    ({ url, changedAt }) => `<sitemap><loc>${escapeHtml(url)}</loc>${changed(changedAt)}</sitemap>`,
  );
  return `${declaration}<sitemapindex ${namespace}>\n${entries.join("\n")}\n</sitemapindex>\n`;
}

/** Everything may be read; here is the map. */
export function robotsDocument(origin: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
}

function changed(at: Date | undefined): string {
  return at ? `<lastmod>${at.toISOString()}</lastmod>` : "";
}
