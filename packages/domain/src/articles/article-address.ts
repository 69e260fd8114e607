/** Where a reader's address of an article leads: a host that names the branch, and the article's number there. */
export type ArticleAddress = { host: string; no: number };

/** Reads `https://jichu.college.edu/a/12`, with or without scheme, port and what follows the number; `null` for anything else. */
export function parseArticleAddress(text: string): ArticleAddress | null {
  const address = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//iu.test(address) ? address : `https://${address}`);
  const no = url && /^\/a\/([1-9]\d{0,8})\/?$/u.exec(url.pathname)?.[1];
  return url && no ? { host: url.hostname.toLowerCase(), no: Number(no) } : null;
}

/** The address name of a branch under the college's domain; `null` for a host of its own. */
export function slugOfHost(host: string, rootDomain: string): string | null {
  const suffix = `.${rootDomain}`;
  const slug = host.endsWith(suffix) ? host.slice(0, -suffix.length) : "";
  return slug === "" || slug.includes(".") ? null : slug;
}
