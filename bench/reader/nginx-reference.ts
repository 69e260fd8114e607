import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { freePort } from "../../e2e/fixtures/portal-process.ts";
import { startProgram, type Running } from "../programs.ts";

export type NginxReference = Running & {
  /** One worker as Debian configures it, without an access log. */
  plain: string;
  /** The same with nginx's cache of open files, which few configurations have. */
  tuned: string;
  /** Whether nginx has ready brotli files to serve; otherwise gzip stands in for brotli. */
  brotli: boolean;
};

const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

function server(port: number, root: string, extra: string): string {
  return `server { listen 127.0.0.1:${port} backlog=1024; root ${root}; ${extra} }`;
}

/** Serves the page's bytes, plain and ready-compressed, with nginx from `folder`, which any user must be able to enter. */
export async function startNginx(folder: string, page: Buffer): Promise<NginxReference> {
  const brotli = existsSync(brotliModule);
  await writeFile(path.join(folder, "page.html"), page);
  await writeFile(path.join(folder, "page.html.gz"), gzipSync(page, { level: 9 }));
  await writeFile(path.join(folder, "page.html.br"), brotliCompressSync(page));
  const [plainPort, tunedPort] = [await freePort(), await freePort()];
  const configuration = `
${brotli ? `load_module ${brotliModule};` : ""}
worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
error_log stderr notice;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  types { text/html html; }
  charset utf-8;
  access_log off;
  gzip_static on;
  gzip_vary on;
  keepalive_requests 100000000;
  ${brotli ? "brotli_static on;" : ""}
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${server(plainPort, folder, "")}
  ${server(tunedPort, folder, "open_file_cache max=1000;")}
}`;
  const file = path.join(folder, "nginx.conf");
  await writeFile(file, configuration);
  const running = await startProgram("nginx", ["-c", file, "-e", "stderr"], { ready: /start worker process \d+/u });
  return {
    ...running,
    plain: `http://127.0.0.1:${plainPort}/page.html`,
    tuned: `http://127.0.0.1:${tunedPort}/page.html`,
    brotli,
  };
}
