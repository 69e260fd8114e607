import { expect } from "@playwright/test";
import { rows } from "../fixtures/behind-the-scenes.ts";
import { consoleClient, type ConsoleClient } from "../fixtures/console-client.ts";
import { sharedPort } from "../fixtures/hosts.ts";
import { officePerson } from "../fixtures/office-person.ts";
import { ask, type Answer } from "../fixtures/read-from.ts";
import { newPerson } from "../fixtures/scratch-branch.ts";
import { test } from "../fixtures/test.ts";
import { attackersOf, secrets, victimBranch, type Attacker, type Victim } from "../fixtures/two-branches.ts";

let victim: Victim;
let office: ConsoleClient;
let inspector: ConsoleClient;
let auditor: ConsoleClient;
/** Nobody of the college: another branch's people, former and future ones, and the victim's own. */
let branchPeople: Attacker[];

async function inCollege(role: "inspector" | "auditor"): Promise<ConsoleClient> {
  const person = await newPerson();
  await rows(
    "INSERT INTO college_role (id, user_id, role, starts_on) VALUES (gen_random_uuid(), $1, $2::college_role_name, '2024-01-01')",
    person.userId,
    role,
  );
  return consoleClient(sharedPort(), person.loginName);
}

test.beforeAll(async () => {
  victim = await victimBranch();
  office = (await officePerson("办公室田老师")).client;
  [inspector, auditor] = [await inCollege("inspector"), await inCollege("auditor")];
  const strangers = await attackersOf(victim);
  branchPeople = [
    ...strangers.filter(({ name }) => !/an (?:inspector|auditor)/u.test(name)),
    { name: "the branch's own secretary", client: victim.staff.secretary.client, slug: victim.branch.slug },
  ];
});

/** Every page of the office; the auditor's last. */
const pages = [
  "branches",
  "branches/new",
  "people",
  "pushes",
  "nominations",
  "take-downs",
  "facts",
  "terms",
  "pages",
  "banners",
  "settings",
].map((page) => `/office/${page}`);
const trail = "/office/audit";

/** As a document, and as Next's router asks. */
const manners: readonly Record<string, string>[] = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];

async function fetched(client: ConsoleClient, path: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await client.ask(path, { headers });
  const location = String(answer.headers["location"] ?? "");
  return /[?&]_rsc(?:=|$)/u.test(location) ? client.ask(location, { headers }) : answer;
}

/** Whether an answer is the page for what is not there; one that was begun before that was known says so in its body. */
function isMissing({ status, body }: Answer): boolean {
  return status === 404 || body.includes("NEXT_HTTP_ERROR_FALLBACK;404");
}

const takeAway = (client: Pick<ConsoleClient, "ask">, body = '{"format":"csv"}', type = "application/json") =>
  client.ask("/api/office/audit/export", { method: "POST", headers: { "content-type": type }, body });

async function recordsBy(client: ConsoleClient): Promise<number> {
  const { userId } = await client.query<{ userId: string }>("account.me");
  const [found] = await rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_entry WHERE actor_id = $1",
    userId,
  );
  return found?.count ?? 0;
}

test("the office sees its pages, so that there is something to keep others from", async () => {
  for (const path of [...pages, trail]) expect(isMissing(await office.ask(path)), path).toBe(false);
});

test("to who has no role in the college no page of the office is there", async () => {
  test.slow();
  for (const { name, client } of branchPeople) {
    for (const path of ["/office", ...pages, trail]) {
      for (const headers of manners) {
        const where = `${name}: ${path} ${JSON.stringify(headers)}`;
        const answer = await fetched(client, path, headers);
        if (headers["rsc"] === undefined) expect(isMissing(answer), where).toBe(true);
        for (const person of ["办公室田老师", "贺正言"]) expect(answer.body, where).not.toContain(person);
      }
    }
  }
});

test("to an inspector neither, and to an auditor none but the trail", async () => {
  for (const path of [...pages, trail]) expect(isMissing(await inspector.ask(path)), path).toBe(true);
  for (const path of pages) expect(isMissing(await auditor.ask(path)), path).toBe(true);
  expect(isMissing(await auditor.ask(trail))).toBe(false);
});

test("a page that is there and one that is not answer a stranger alike", async () => {
  const [{ client } = { client: null }] = branchPeople;
  if (!client) throw new Error("nobody to send");
  const told = async (path: string) => {
    const answer = await client.ask(path);
    return [answer.status, isMissing(answer)];
  };
  for (const path of [...pages, trail]) expect(await told(path), path).toEqual(await told("/office/nothing"));
});

test("the trail leaves the house with nobody but the office and the auditor, and never unrecorded", async () => {
  for (const { name, client } of branchPeople) {
    expect((await takeAway(client)).status, name).toBe(404);
  }
  expect((await takeAway(inspector)).status).toBe(403);
  const before = await recordsBy(auditor);
  const answer = await takeAway(auditor, JSON.stringify({ format: "csv", chainId: victim.branch.tenantId }));
  expect(answer.status).toBe(200);
  expect(answer.headers["content-disposition"]).toMatch(/^attachment;/u);
  expect(answer.body).toContain(secrets.name);
  expect(await recordsBy(auditor)).toBe(before + 1);
});

test("nobody is made to take it away by another page, and nobody signed in gets it", async () => {
  const before = await recordsBy(auditor);
  for (const origin of ["null", "http://evil.example", `http://localhost:${sharedPort()}`]) {
    const answer = await auditor.ask("/api/office/audit/export", {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: '{"format":"csv"}',
    });
    expect(answer.status, origin).toBe(403);
  }
  // No form can send JSON, and an address asks for nothing.
  expect((await takeAway(auditor, "format=csv", "application/x-www-form-urlencoded")).status).toBe(400);
  expect((await takeAway(auditor, '{"format":"csv"}', "text/plain")).status).toBe(400);
  expect((await auditor.ask("/api/office/audit/export?format=csv")).status).toBe(405);
  expect(await recordsBy(auditor)).toBe(before);

  const origin = `http://console.localhost:${sharedPort()}`;
  const nobody = await ask(sharedPort(), "console.localhost", "/api/office/audit/export", {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: '{"format":"csv"}',
  });
  expect(nobody.status).toBe(401);
});

test("no other host has a page of the office", async () => {
  for (const host of ["localhost", `${victim.branch.slug}.localhost`])
    for (const path of ["/office", trail, "/api/office/audit/export"])
      expect((await ask(sharedPort(), host, path)).status, host + path).toBe(404);
});
