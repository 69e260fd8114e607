import { Readable } from "node:stream";
import { expect, test, vi } from "vitest";
import type { PublicFile } from "./file-sender.ts";
import { mediaDoor } from "./media-door.ts";
import { readerHeaders } from "./security-headers.ts";
import type { Site } from "./sites.ts";
import { readerServer, silentLog } from "./testing/reader-server.ts";
import { ask } from "./testing/serve.ts";
import { siteOf, tenantId } from "./testing/sites.ts";

const id = "0199b000-0000-7000-8000-000000000001";
const picture: PublicFile = { key: "k/w480.webp", type: "image/webp", disposition: "inline", etag: '"p"' };
const attachment: PublicFile = {
  key: "k/original",
  type: "application/pdf",
  disposition: "attachment; filename*=UTF-8''%E6%96%87.pdf",
  etag: '"a"',
};
const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));

async function mediaServer() {
  const files = new Map<string, PublicFile | null>([
    ["w480.webp", picture],
    ["original", attachment],
    ["page.html", { ...picture, type: "text/html" }],
  ]);
  const find = vi.fn((tenant: string, mediaId: string, file: string) =>
    Promise.resolve(tenant === tenantId && mediaId === id ? (files.get(file) ?? null) : null),
  );
  const open = vi.fn((key: string) => {
    const body = key === picture.key ? bytes.subarray(0, 100) : bytes;
    return Promise.resolve({ stream: Readable.from([body.subarray(0, 50), body.subarray(50)]), size: body.length });
  });
  let branch: (slug: string) => Site | undefined = () => undefined;
  const door = mediaDoor({
    find,
    open,
    branch: (slug) => branch(slug),
    bytesMax: 1_000_000,
    headers: readerHeaders("http"),
    log: silentLog,
  });
  const server = await readerServer({ directDoors: [door] });
  branch = (slug) => server.sites.branch(slug);
  return { ...server, find, open, files };
}

const pictureUrl = `/media/${id}/w480.webp`;
const attachmentUrl = `/media/${id}/original`;

test("a picture is shown, kept in memory, and inert", async () => {
  const { port, open } = await mediaServer();
  for (let time = 0; time < 3; time += 1) {
    const answer = await ask(port, "jichu.localhost", pictureUrl);
    expect(answer.body).toEqual(bytes.subarray(0, 100));
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        "content-type": "image/webp",
        "content-disposition": "inline",
        "content-length": "100",
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      },
    });
  }
  expect(open).toHaveBeenCalledTimes(1);
  expect(await ask(port, "jichu.localhost", pictureUrl, { headers: { "if-none-match": picture.etag } })).toMatchObject({
    status: 304,
    body: Buffer.alloc(0),
  });
  expect(await ask(port, "jichu.localhost", pictureUrl, { method: "HEAD" })).toMatchObject({
    status: 200,
    headers: { "content-length": "100" },
    body: Buffer.alloc(0),
  });
});

test("an attachment is saved under its name, whole or in parts", async () => {
  const { port } = await mediaServer();
  const whole = await ask(port, "jichu.localhost", attachmentUrl);
  expect(whole.body.equals(bytes)).toBe(true);
  expect(whole.headers["content-disposition"]).toBe(attachment.disposition);
  const part = await ask(port, "jichu.localhost", attachmentUrl, {
    headers: { range: "bytes=40-59", "if-range": attachment.etag },
  });
  expect(part).toMatchObject({
    status: 206,
    headers: { "content-range": "bytes 40-59/700000", "content-length": "20" },
  });
  expect(part.body).toEqual(bytes.subarray(40, 60));
  const changed = await ask(port, "jichu.localhost", attachmentUrl, {
    headers: { range: "bytes=40-59", "if-range": '"old"' },
  });
  expect(changed.status).toBe(200);
  expect(await ask(port, "jichu.localhost", attachmentUrl, { headers: { range: "bytes=700000-" } })).toMatchObject({
    status: 416,
    headers: { "content-range": "bytes */700000" },
  });
  expect(await ask(port, "jichu.localhost", attachmentUrl, { method: "HEAD" })).toMatchObject({
    status: 200,
    headers: { "content-length": "700000" },
    body: Buffer.alloc(0),
  });
});

test("whatever is no picture of ours is saved, even if the database says otherwise", async () => {
  const { port } = await mediaServer();
  expect((await ask(port, "jichu.localhost", `/media/${id}/page.html`)).headers["content-disposition"]).toBe(
    "attachment",
  );
});

test("the decision holds for a version of the site: what is withdrawn is gone at once", async () => {
  const { port, find, files, sites } = await mediaServer();
  for (let time = 0; time < 3; time += 1) expect((await ask(port, "jichu.localhost", pictureUrl)).status).toBe(200);
  expect(find).toHaveBeenCalledTimes(1);
  files.set("w480.webp", null);
  siteOf(sites, "jichu.localhost").version += 1;
  expect((await ask(port, "jichu.localhost", pictureUrl)).status).toBe(404);
  expect((await ask(port, "localhost", `/media/jichu/${id}/w480.webp`)).status).toBe(404);
});

test("the portal shows a branch's pictures under its own host, a closed branch's never", async () => {
  const { port } = await mediaServer();
  expect((await ask(port, "localhost", `/media/jichu/${id}/w480.webp`)).status).toBe(200);
  expect((await ask(port, "localhost", `/media/huli/${id}/w480.webp`)).status).toBe(404);
  expect((await ask(port, "localhost", pictureUrl)).status).toBe(404);
});

test.each([
  `/media/${id}`,
  `/media/${id}/../x`,
  `/media/${id}/W480.webp`,
  `/media/jichu/${id}/w480.webp`,
  "/media/0199b000-0000-7000-8000-00000000000f/original",
  "/media/x/original",
])("%s is nothing a branch has", async (path) => {
  const { port } = await mediaServer();
  expect([308, 404]).toContain((await ask(port, "jichu.localhost", path)).status);
});

test("while the database is away, what was decided stays served and the rest says so", async () => {
  const { port, find } = await mediaServer();
  await ask(port, "jichu.localhost", pictureUrl);
  find.mockRejectedValue(new Error("away"));
  expect((await ask(port, "jichu.localhost", pictureUrl)).status).toBe(200);
  expect((await ask(port, "jichu.localhost", attachmentUrl)).status).toBe(503);
});

test("a file of a list is kept by no cache, and is gone at its minute though nothing noted the end", async () => {
  const { port, files, find } = await mediaServer();
  const goneAt = Date.now() + 3_600_000;
  files.set("original", { ...attachment, goneAt });
  const asked = () => ask(port, "jichu.localhost", attachmentUrl);
  expect(await asked()).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
  expect((await asked()).status).toBe(200);
  expect(find).toHaveBeenCalledTimes(1);
  files.set("original", null);
  const clock = vi.spyOn(Date, "now").mockReturnValue(goneAt);
  expect((await asked()).status).toBe(404);
  clock.mockRestore();
});
