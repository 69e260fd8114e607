import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "./static-files.ts";
import { silentLog } from "./testing/reader-server.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "zhibu-static-"));
  await mkdir(path.join(dir, "chunks"));
  await writeFile(path.join(dir, "icon.svg"), "<svg/>");
  await writeFile(path.join(dir, "chunks/a.js"), "let a = 1;");
  await writeFile(path.join(dir, "chunks/a.js.map"), "{}");
});

afterAll(() => rm(dir, { recursive: true }));

function filesWith(scripts: boolean, immutable = true) {
  return staticFiles({
    folders: [{ dir, under: "/_next/static/", immutable }],
    scripts,
    bytesMax: 1_000_000,
    log: silentLog,
  });
}

test("files are served with their type, kept, and named by their build for ever", async () => {
  const files = filesWith(true);
  const page = await files("/_next/static/chunks/a.js");
  expect(page?.common.list.join("|")).toContain("content-type|text/javascript; charset=utf-8");
  expect(page?.common.list.join("|")).toContain("cache-control|public, max-age=31536000, immutable");
  expect(page?.variant(["identity"]).bytes.toString()).toBe("let a = 1;");
  expect(await files("/_next/static/chunks/a.js")).toBe(page);
});

test("readers' hosts have no scripts, nobody has source maps", () => {
  expect(filesWith(false)("/_next/static/chunks/a.js")).toBeNull();
  expect(filesWith(false)("/_next/static/icon.svg")).not.toBeNull();
  expect(filesWith(true)("/_next/static/chunks/a.js.map")).toBeNull();
});

test.each([
  "/_next/static/../package.json",
  "/_next/static/chunks",
  "/_next/static/",
  "/icon.svg",
  "/_next/static//icon.svg",
])("%s is no file", (urlPath) => {
  expect(filesWith(true)(urlPath)).toBeNull();
});

test("a folder that does not exist has no files", () => {
  const files = staticFiles({
    folders: [{ dir: path.join(dir, "none"), under: "/", immutable: false }],
    scripts: true,
    bytesMax: 1,
    log: silentLog,
  });
  expect(files("/icon.svg")).toBeNull();
});
