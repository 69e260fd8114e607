import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { sharedPort } from "../fixtures/hosts.ts";
import { makePicture } from "../fixtures/picture.ts";
import { ask, readUntil, type Answer } from "../fixtures/read-from.ts";
import { test } from "../fixtures/test.ts";
import { attackersOf, secrets, upload, victimBranch, type Attacker, type Victim } from "../fixtures/two-branches.ts";

test.describe.configure({ mode: "serial" });

let victim: Victim;
let attackers: Attacker[];

test.beforeAll(async () => {
  victim = await victimBranch();
  attackers = await attackersOf(victim);
});

const read = (host: string, path: string) => ask(sharedPort(), host, path);
const site = (slug: string) => `${slug}.localhost`;

function told({ status, headers, body }: Answer) {
  const { date: _date, ...rest } = headers;
  return { status, headers: rest, body };
}

/** Every address under which somebody might look for a file. */
function readerAddresses(id: string): { host: string; path: string }[] {
  const own = attackers.flatMap(({ slug }) => (slug === null ? [] : [slug]));
  return ["original", "w480.webp", "w640.webp", "w960.webp", "w1600.webp", "w1.webp"].flatMap((file) => [
    { host: site(victim.branch.slug), path: `/media/${id}/${file}` },
    { host: "localhost", path: `/media/${victim.branch.slug}/${id}/${file}` },
    ...[...new Set(own)].flatMap((slug) => [
      { host: site(slug), path: `/media/${id}/${file}` },
      { host: "localhost", path: `/media/${slug}/${id}/${file}` },
    ]),
  ]);
}

test("a file that waits for review is not there for readers, on any host", async () => {
  for (const id of [victim.ids.picture, victim.ids.attachment]) {
    const missing = readerAddresses(randomUUID());
    for (const [index, { host, path }] of readerAddresses(id).entries()) {
      const answer = await read(host, path);
      expect(answer.status, host + path).toBe(404);
      const other = missing[index] ?? { host, path };
      expect(told(answer), host + path).toEqual(told(await read(other.host, other.path)));
    }
  }
  for (const path of ["/", `/a/${victim.submitted.no}`, "/feed.xml", "/sitemap.xml", "/c/activities"]) {
    const { body } = await read(site(victim.branch.slug), path);
    for (const secret of [secrets.submitted, secrets.text, victim.ids.picture])
      expect(body, path).not.toContain(secret);
  }
});

test("the console shows the victim's files to the victim's people, and to nobody else", async () => {
  const path = (branch: string, id: string, file: string) => `/api/media/${branch}/${id}/${file}`;
  const { branch, ids, staff } = victim;
  const own = staff.webmaster.client;
  expect((await own.ask(path(branch.slug, ids.attachment, "original"))).body).toBe(secrets.text);
  for (const { name, client, slug } of attackers) {
    for (const [id, file] of [
      [ids.picture, "w640.webp"],
      [ids.picture, "w480.webp"],
      [ids.attachment, "original"],
    ] as const) {
      const foreign = await client.ask(path(branch.slug, id, file));
      expect(foreign.status, name).toBe(404);
      expect(foreign.body, name).toBe((await client.ask(path(`x${branch.slug.slice(1)}`, randomUUID(), file))).body);
      if (slug === null) continue;
      const inOwn = await client.ask(path(slug, id, file));
      expect(inOwn.status, name).toBe(404);
      expect(inOwn.body, name).toBe((await client.ask(path(slug, randomUUID(), file))).body);
    }
  }
  const nobody = await read("console.localhost", path(branch.slug, ids.attachment, "original"));
  expect(nobody.status).toBe(401);
  expect(nobody.body).toBe((await read("console.localhost", path("nobody", randomUUID(), "original"))).body);
});

test("nobody outside has a proof pack of the victim's list made", async () => {
  const path = (branch: string, id: string) => `/api/publicity-proof/${branch}/${id}?format=zip`;
  const { branch, ids, staff } = victim;
  const before = await victim.fingerprint();
  for (const { name, client, slug } of attackers) {
    const foreign = await client.ask(path(branch.slug, ids.publicity));
    expect(foreign.status, name).toBe(404);
    expect(foreign.body, name).toBe((await client.ask(path(`x${branch.slug.slice(1)}`, randomUUID()))).body);
    if (slug === null) continue;
    const inOwn = await client.ask(path(slug, ids.publicity));
    expect(inOwn.body, name).toBe((await client.ask(path(slug, randomUUID()))).body);
  }
  expect((await read("console.localhost", path(branch.slug, ids.publicity))).status).toBe(401);
  expect(await victim.fingerprint()).toEqual(before);
  // It never began: its own people are told so.
  expect((await staff.secretary.client.ask(path(branch.slug, ids.publicity))).status).toBe(409);
});

test("nobody puts a file into the victim's library", async () => {
  const before = await victim.fingerprint();
  const file = { name: "旁人的图.png", kind: "picture", content: makePicture(7) } as const;
  for (const { name, client } of attackers) {
    const foreign = await upload(client, victim.branch.slug, file);
    expect(foreign.status, name).toBe(404);
    expect(foreign.body, name).toBe((await upload(client, `x${victim.branch.slug.slice(1)}`, file)).body);
  }
  const anonymous = await ask(
    sharedPort(),
    "console.localhost",
    `/api/upload?branch=${victim.branch.slug}&name=a.png&kind=picture`,
    {
      method: "POST",
      headers: {
        origin: `http://console.localhost:${sharedPort()}`,
        "content-type": "application/octet-stream",
        "content-length": String(file.content.length),
      },
      body: file.content,
    },
  );
  expect(anonymous.status).toBe(401);
  expect(await victim.fingerprint()).toEqual(before);
});

test("the same picture in another library says nothing of the victim's", async () => {
  const { client, slug } = attackers.find(({ name }) => name.includes("webmaster") && !name.includes("term")) ?? {};
  if (!client || !slug) throw new Error("no webmaster");
  const answer = await upload(client, slug, { name: "我的图.png", kind: "picture", content: makePicture(1) });
  expect(answer.status).toBe(201);
  const { json } = JSON.parse(answer.body) as { json: { id: string; name: string; usedCount: number } };
  expect(json).toMatchObject({ name: "我的图.png", usedCount: 0 });
  expect(json.id).not.toBe(victim.ids.picture);
});

test("once published, the files are readers' on the victim's host alone, and gone again with the article", async () => {
  const live = await victim.desk.approveAndPublish(victim.submitted);
  const { picture, attachment } = victim.ids;
  const host = site(victim.branch.slug);
  const attached = `/media/${attachment}/original`;
  await readUntil(
    () => read(host, attached),
    ({ status }) => status === 200,
    1_000,
  );
  const file = await read(host, attached);
  expect(file.body).toBe(secrets.text);
  expect(file.headers).toMatchObject({ "x-content-type-options": "nosniff" });
  expect(file.headers["content-disposition"]).toMatch(/^attachment/u);
  const shown = await read(host, `/media/${picture}/w640.webp`);
  expect(shown.headers["content-type"]).toBe("image/webp");
  const elsewhere = readerAddresses(picture).filter(
    (address) => address.host !== host && !address.path.includes(victim.branch.slug),
  );
  expect(elsewhere.length).toBeGreaterThan(5);
  for (const address of elsewhere)
    expect((await read(address.host, address.path)).status, address.host + address.path).toBe(404);

  await victim.desk.withdraw(live);
  for (const path of [attached, `/media/${picture}/w640.webp`]) {
    await readUntil(
      () => read(host, path),
      ({ status }) => status === 404,
      2_000,
    );
    expect((await read("localhost", path.replace("/media/", `/media/${victim.branch.slug}/`))).status).toBe(404);
  }
});
