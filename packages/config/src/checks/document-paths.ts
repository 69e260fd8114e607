import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "./repository.ts";

const ourFolders = /^(\.\.?\/|apps\/|packages\/|prisma\/|e2e\/|docs\/|scripts\/|bench\/|src\/|server\/|\.ci\/)/;
const placeholders = /[<>$…]|\bYYYY\b/;

/** Paths of this repository that a Markdown text mentions: in backticks when they begin like ours, and in links. */
export function mentionedPaths(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, "");
  const quoted = [...prose.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? "")
    .filter((text) => ourFolders.test(text));
  const linked = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((text) => !/^(#|[a-z]+:)/.test(text));
  return [...quoted, ...linked].filter((text) => !placeholders.test(text)).map((text) => text.replace(/[#:].*$/, ""));
}

/** Whether a mentioned path (or glob) leads somewhere, from the document's folder or from the root. */
export function leadsSomewhere(document: string, mentioned: string): boolean {
  const bases = [path.dirname(path.join(repositoryRoot, document)), repositoryRoot];
  return bases.some((base) =>
    /[*{]/.test(mentioned) ? globSync(mentioned, { cwd: base }).length > 0 : existsSync(path.join(base, mentioned)),
  );
}
