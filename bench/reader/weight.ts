import { brotliCompressSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { type Figure, median, progress } from "../figures.ts";
import { findProgram } from "../programs.ts";
import type { Portal } from "./portal.ts";

/** Lighthouse's slow 4G, and a telephone four times slower than this machine. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const cpuSlowdown = 4;

type Paint = { lcpMs: number; cls: number; requests: number };

/** Runs in the page: what the browser itself recorded. */
function readPaint(): Promise<{ lcpMs: number; cls: number }> {
  return new Promise((resolve) => {
    const seen = { lcpMs: 0, cls: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcpMs = Math.max(seen.lcpMs, entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      // The DOM library of this TypeScript does not know layout shifts.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.cls += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(seen), 300);
  });
}

async function visit(page: Page, url: string): Promise<Paint> {
  let requests = 0;
  page.on("request", (request) => {
    if (!request.url().includes("/media/")) requests += 1;
  });
  await page.goto(url, { waitUntil: "load" });
  return { ...(await page.evaluate(readPaint)), requests };
}

/** P5: weight of the page types, and how they feel on a telephone with slow 4G. */
export async function measureWeight(portal: Portal, options: { quick: boolean }): Promise<Figure[]> {
  const { branch, path } = portal.article;
  const types = [
    ["home", "/"],
    ["column", "/c/news"],
    ["article", path],
  ] as const;
  const figures: Figure[] = [];
  for (const [name, page] of types) {
    const { body } = await portal.ask(portal.port, `${branch}.localhost`, page);
    const asked = { atMost: 14 };
    figures.push({
      target: "P5",
      what: `HTML and CSS of the ${name} page, brotli`,
      value: brotliCompressSync(body).length / 1_024,
      unit: "KB",
      asked,
    });
  }
  const executablePath =
    process.env["CHROMIUM_PATH"] ??
    (await findProgram("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"));
  if (executablePath === null) {
    progress("P5: no Chromium, so no paint times; Debian's package is `chromium`");
    return figures;
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
  try {
    for (const [name, page] of types) {
      progress(`P5: ${name} page on slow 4G`);
      const paints: Paint[] = [];
      for (let run = 0; run < (options.quick ? 1 : 5); run += 1) {
        const context = await browser.newContext({
          viewport: { width: 390, height: 844 },
          deviceScaleFactor: 2,
          isMobile: true,
        });
        const tab = await context.newPage();
        const devtools = await context.newCDPSession(tab);
        await devtools.send("Network.enable");
        await devtools.send("Network.emulateNetworkConditions", slow4G);
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
        paints.push(await visit(tab, `http://${branch}.localhost:${portal.port}${page}`));
        await context.close();
      }
      figures.push(
        {
          target: "P5",
          what: `${name} page: largest paint on slow 4G`,
          value: median(paints.map(({ lcpMs }) => lcpMs)) / 1_000,
          unit: "s",
          asked: { atMost: 1 },
        },
        {
          target: "P5",
          what: `${name} page: layout shift`,
          value: Math.max(...paints.map(({ cls }) => cls)),
          unit: "",
          asked: { atMost: 0 },
        },
        {
          target: "P5",
          what: `${name} page: requests without pictures of editors`,
          value: Math.max(...paints.map(({ requests }) => requests)),
          unit: "",
          asked: { atMost: 4 },
        },
      );
    }
  } finally {
    await browser.close();
  }
  return figures;
}
