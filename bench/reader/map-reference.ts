/** The plainest fast server there is: ready bytes in a Map behind Node's `http`. Run as a program: folder, port. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

const [folder = ".", port = "0"] = process.argv.slice(2);

function entry(encoding: string, file: string): [string, { headers: string[]; body: Buffer }] {
  const body = readFileSync(path.join(folder, file));
  const coded = encoding === "" ? [] : ["content-encoding", encoding];
  return [
    `/page.html ${encoding}`,
    { headers: ["content-type", "text/html; charset=utf-8", "content-length", String(body.length), ...coded], body },
  ];
}

const pages = new Map([entry("", "page.html"), entry("gzip", "page.html.gz"), entry("br", "page.html.br")]);

createServer((request, response) => {
  const page = pages.get(`${request.url} ${String(request.headers["accept-encoding"] ?? "")}`);
  if (page === undefined) response.writeHead(404).end();
  else response.writeHead(200, page.headers).end(page.body);
}).listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
