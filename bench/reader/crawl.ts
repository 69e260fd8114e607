import type { Portal } from "./portal.ts";

export type CrawledPage = { branch: string; path: string; status: number; html: string };

function linksOf(page: CrawledPage, port: number): { branch: string; path: string }[] {
  const base = `http://${page.branch === "" ? "" : `${page.branch}.`}localhost:${port}${page.path}`;
  const links = [...page.html.matchAll(/<a\s[^>]*?href="([^"]+)"/gu)].map((found) =>
    URL.parse((found[1] ?? "").replaceAll("&amp;", "&"), base),
  );
  return links.flatMap((url) => {
    if (url === null || url.port !== String(port) || !/^([a-z0-9-]+\.)?localhost$/u.test(url.hostname)) return [];
    const branch = url.hostname === "localhost" ? "" : url.hostname.slice(0, -".localhost".length);
    return branch === "console" || url.pathname.startsWith("/media/")
      ? []
      : [{ branch, path: url.pathname + url.search }];
  });
}

/** Every HTML page that can be reached from the college portal by links, at most `pagesMax` of them. */
export async function crawl(portal: Portal, pagesMax = 5_000): Promise<CrawledPage[]> {
  const waiting = [
    { branch: "", path: "/" },
    { branch: portal.article.branch, path: "/none" },
  ];
  const seen = new Set(waiting.map(({ branch, path }) => branch + path));
  const pages: CrawledPage[] = [];
  while (waiting.length > 0 && pages.length < pagesMax) {
    const batch = waiting.splice(0, 8);
    const answers = await Promise.all(
      batch.map(async (address) => ({ address, answer: await portal.read(address.branch, address.path) })),
    );
    for (const { address, answer } of answers) {
      if (!String(answer.headers["content-type"]).startsWith("text/html")) continue;
      const page = { ...address, status: answer.status, html: answer.body };
      pages.push(page);
      for (const link of linksOf(page, portal.port)) {
        const key = link.branch + link.path;
        if (!seen.has(key)) waiting.push(link);
        seen.add(key);
      }
    }
  }
  return pages;
}
