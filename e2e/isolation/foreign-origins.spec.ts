import { expect } from "@playwright/test";
import { sharedPort } from "../fixtures/hosts.ts";
import { makePicture } from "../fixtures/picture.ts";
import { ask, type Question } from "../fixtures/read-from.ts";
import { beSignedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/test.ts";
import { upload, victimBranch, type Victim } from "../fixtures/two-branches.ts";

let victim: Victim;

test.beforeAll(async () => {
  victim = await victimBranch();
});

/** What a browser writes into `Origin` for pages that are not the console's; `undefined` when it writes nothing. */
const origins = (): (string | undefined)[] => [
  undefined,
  "null",
  "http://evil.example",
  `http://localhost:${sharedPort()}`,
  `http://${victim.branch.slug}.localhost:${sharedPort()}`,
  `http://console.localhost.evil.example:${sharedPort()}`,
  `http://evil-console.localhost:${sharedPort()}`,
  `https://console.localhost:${sharedPort()}`,
  "http://console.localhost",
  `http://console.localhost:${sharedPort()}.evil.example`,
  `http://console.localhost:${sharedPort()}/`,
  `http://CONSOLE.localhost:${sharedPort()}`,
];

/** A request with the session of the victim's secretary, as their browser would send it from another page. */
function fromElsewhere(path: string, origin: string | undefined, question: Question) {
  const headers: Record<string, string> = { cookie: victim.staff.secretary.client.cookie, ...question.headers };
  if (origin !== undefined) headers["origin"] = origin;
  return ask(sharedPort(), "console.localhost", path, { ...question, headers });
}

function approval(): string {
  const { articleId, version } = victim.submitted;
  return JSON.stringify({
    json: { branch: victim.branch.slug, articleId, version, opinion: "", waivers: [], publish: true },
  });
}

test("another page's request changes nothing, though the browser sends the session along", async () => {
  const before = await victim.fingerprint();
  for (const origin of origins()) {
    const approve = { method: "POST", body: approval() } as const;
    for (const type of [
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const answer = await fromElsewhere("/api/trpc/articles.approve", origin, {
        ...approve,
        headers: { "content-type": type },
      });
      expect(answer.status, `${origin} ${type}`).toBe(403);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    }
    const everywhere = await fromElsewhere("/api/trpc/account.signOutEverywhere", origin, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"json":{}}',
    });
    expect(everywhere.status, origin).toBe(403);
    for (const path of [
      "/api/auth/signout",
      "/api/auth/callback/credentials",
      "/inbox",
      `/${victim.branch.slug}/settings`,
    ]) {
      const answer = await fromElsewhere(path, origin, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "a=1",
      });
      expect([answer.status, answer.headers["set-cookie"]], `${origin} ${path}`).toEqual([403, undefined]);
    }
    const file = await upload(
      victim.staff.webmaster.client,
      victim.branch.slug,
      {
        name: "外来.png",
        kind: "picture",
        content: makePicture(9),
      },
      { origin: origin ?? "" },
    );
    expect(file.status, origin).toBe(403);
  }
  expect(await victim.fingerprint()).toEqual(before);
  expect(await victim.staff.secretary.client.query("account.me")).toBeTruthy();
});

test("reading never changes anything: a mutation can't be asked for by an address", async () => {
  const before = await victim.fingerprint();
  const path = `/api/trpc/articles.approve?input=${encodeURIComponent(approval())}`;
  expect((await fromElsewhere(path, undefined, {})).status).toBe(405);
  await fromElsewhere(path, undefined, { method: "HEAD" });
  expect(
    (
      await fromElsewhere(
        `/api/trpc/articles.approve?batch=1&input=${encodeURIComponent(`{"0":${approval()}}`)}`,
        undefined,
        {},
      )
    ).status,
  ).toBe(405);
  expect((await fromElsewhere("/api/auth/signout", undefined, {})).status).toBe(404);
  expect(await victim.fingerprint()).toEqual(before);
});

test("no other origin may read an answer of the console, or ask whether it may", async () => {
  for (const origin of origins()) {
    const answer = await fromElsewhere("/api/trpc/account.me", origin, {});
    expect(answer.headers["access-control-allow-origin"], origin).toBeUndefined();
    expect(answer.headers["cross-origin-resource-policy"], origin).toBe("same-origin");
    expect(answer.headers["cache-control"], origin).toContain("no-store");
  }
});

test("a page of the college's own sites can't act in the console, though browsers call it the same site", async ({
  page,
  context,
}) => {
  await beSignedIn(context, victim.staff.secretary.client);
  const before = await victim.fingerprint();
  // A page of an attacker who got hold of a subdomain: readers' pages proper run no script at all.
  const evil = `http://evil.localhost:${sharedPort()}/`;
  await page.route(evil, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title>" }),
  );
  await page.goto(evil);
  const outcome = await page.evaluate(
    async ({ console: target, body }) => {
      const sent = await fetch(`${target}/api/trpc/articles.approve`, {
        method: "POST",
        credentials: "include",
        mode: "no-cors",
        body,
      }).then(
        ({ type }) => type,
        () => "refused",
      );
      const read = await fetch(`${target}/api/trpc/account.me`, { credentials: "include" }).then(
        (answer) => answer.text(),
        () => "unreadable",
      );
      return { sent, read };
    },
    { console: `http://console.localhost:${sharedPort()}`, body: approval() },
  );
  expect(outcome.read).toBe("unreadable");
  expect(await victim.fingerprint()).toEqual(before);

  await page.setContent(
    `<form method="post" action="http://console.localhost:${sharedPort()}/api/auth/signout"><button>go</button></form>`,
  );
  await page.getByRole("button").click();
  await page.waitForURL(/console\.localhost/u);
  expect((await context.cookies()).map((cookie) => cookie.name)).toContain("zhibu.session");
  const framed = await page.goto(`http://console.localhost:${sharedPort()}/sign-in`);
  expect(framed?.headers()["x-frame-options"]).toBe("DENY");
  expect(framed?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});
