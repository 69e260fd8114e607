import { type Figure, progress } from "../figures.ts";
import { crawl } from "./crawl.ts";
import type { Portal } from "./portal.ts";

/** P4: script elements, handlers and scripts loaded, over every page a reader can reach. */
export async function measureScripts(portal: Portal): Promise<Figure[]> {
  progress("P4: crawling every reader page");
  const pages = await crawl(portal);
  const elements = pages.reduce((sum, { html }) => sum + (html.match(/<script/giu)?.length ?? 0), 0);
  const loaded = pages.reduce(
    (sum, { html }) => sum + (html.match(/<(?:link|script)[^>]+\.js["?]/giu)?.length ?? 0),
    0,
  );
  const handlers = pages.reduce((sum, { html }) => sum + (html.match(/<[a-z][^>]*\son[a-z]+=/giu)?.length ?? 0), 0);
  const broken = pages.filter(({ status, path }) => status !== 200 && path !== "/none");
  const over = `${pages.length} pages`;
  return [
    { target: "P4", what: "script elements", value: elements, unit: "", asked: { atMost: 0 }, reference: over },
    { target: "P4", what: "script files referred to", value: loaded, unit: "", asked: { atMost: 0 }, reference: over },
    { target: "P4", what: "event handlers", value: handlers, unit: "", asked: { atMost: 0 }, reference: over },
    {
      target: "P4",
      what: "links that lead nowhere",
      value: broken.length,
      unit: "",
      asked: { atMost: 0 },
      reference: broken
        .slice(0, 3)
        .map(({ branch, path }) => `${branch}${path}`)
        .join(" "),
    },
  ];
}
