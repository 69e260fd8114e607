import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { BackgroundQueue } from "./background-queue.ts";
import { ByteBoundedMap } from "./byte-bounded-map.ts";
import type { Log } from "./log.ts";
import { ReadyPage } from "./ready-page.ts";
import { inertPolicy } from "./security-headers.ts";

/** Types of files that are served; a file with another ending is not. */
const contentTypes = new Map([
  [".avif", "image/avif"],
  [".css", "text/css; charset=utf-8"],
  [".ico", "image/x-icon"],
  [".jpg", "image/jpeg"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".png", "image/png"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
  [".webmanifest", "application/manifest+json; charset=utf-8"],
  [".webp", "image/webp"],
  [".woff2", "font/woff2"],
]);

export type StaticFilesParts = {
  /** Folders and the URL path each stands under; read once, so that no request can name a file that is not listed. */
  folders: readonly { dir: string; under: string; immutable: boolean }[];
  /** Whether scripts are among what this host serves; readers' hosts have none. */
  scripts: boolean;
  bytesMax: number;
  log: Log;
};

type Listed = { file: string; contentType: string; cacheControl: string };

function listFiles({ folders, scripts }: StaticFilesParts): Map<string, Listed> {
  const listed = new Map<string, Listed>();
  for (const { dir, under, immutable } of folders) {
    for (const entry of readDirectory(dir)) {
      const contentType = contentTypes.get(path.extname(entry).toLowerCase());
      if (contentType === undefined || (contentType.startsWith("text/javascript") && !scripts)) continue;
      const cacheControl = immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600";
      listed.set(under + entry.split(path.sep).join("/"), { file: path.join(dir, entry), contentType, cacheControl });
    }
  }
  return listed;
}

function readDirectory(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  } catch {
    // A folder that was never made (no public files, development) has no files.
    return [];
  }
}

/** Files that belong to the build, not to a branch: read when first asked for, kept in ready bytes like pages. */
export function staticFiles(parts: StaticFilesParts): (urlPath: string) => Promise<ReadyPage | null> | null {
  const listed = listFiles(parts);
  const kept = new ByteBoundedMap<ReadyPage>(parts.bytesMax);
  const refinery = new BackgroundQueue(256, (error) =>
    parts.log.warn("a file could not be compressed further", { error }),
  );

  async function load(urlPath: string, { file, contentType, cacheControl }: Listed): Promise<ReadyPage> {
    const body = await readFile(file);
    const headers = [
      "content-security-policy",
      inertPolicy,
      "x-content-type-options",
      "nosniff",
      "cache-control",
      cacheControl,
    ];
    const page = new ReadyPage({ status: 200, contentType, headers, body }, 0, []);
    kept.set(urlPath, page);
    page.watchBytes(() => kept.resized(urlPath, page));
    return page;
  }

  return (urlPath) => {
    const file = listed.get(urlPath);
    if (file === undefined) return null;
    const page = kept.get(urlPath);
    if (page === undefined) return load(urlPath, file);
    // Whoever comes second gets the finer compression, which is made once for the whole build.
    if (page.isRefinable) refinery.offer(() => page.refine());
    return Promise.resolve(page);
  };
}
