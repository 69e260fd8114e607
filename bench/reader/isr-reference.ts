import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../e2e/fixtures/portal-process.ts";
import { outputOf, startProgram, type Running } from "../programs.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * `next start` as most sites run it: one page of the same text and styles, built ahead and cached (ISR). It is built in
 * a folder inside the repository, for Next to be found from there.
 */
export async function startIsr(page: string): Promise<Running & { url: string }> {
  const folder = path.join(root, ".data/bench-isr");
  const app = path.join(folder, "app");
  await mkdir(app, { recursive: true });
  const body = /<body[^>]*>([^]*)<\/body>/u.exec(page)?.[1] ?? "";
  const styles = [...page.matchAll(/<style>([^]*?)<\/style>/gu)].map((found) => found[1]).join("");
  const files = {
    "package.json": JSON.stringify({ name: "bench-isr", private: true, type: "module" }),
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
    "app/layout.jsx": `export default function Layout({ children }) { return <html lang="zh-CN"><body>{children}</body></html>; }`,
    "app/page.jsx": `export const revalidate = 3600;
const body = ${JSON.stringify(body)};
const styles = ${JSON.stringify(styles)};
export default function Page() { return <><style>{styles}</style><div dangerouslySetInnerHTML={{ __html: body }} /></>; }`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  const next = path.join(root, "node_modules/next/dist/bin/next");
  await outputOf(process.execPath, [next, "build"], folder);
  const port = await freePort();
  const running = await startProgram(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: folder,
    ready: /Ready in/u,
  });
  return { ...running, url: `http://127.0.0.1:${port}/` };
}
