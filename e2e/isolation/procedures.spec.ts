import { expect } from "@playwright/test";
import { appoint } from "@zhibu/db/testing/factories";
import { articleContent, columnIdOf } from "../fixtures/branch-desk.ts";
import { consoleClient, type ConsoleClient } from "../fixtures/console-client.ts";
import { sharedPort } from "../fixtures/hosts.ts";
import { ask } from "../fixtures/read-from.ts";
import { newPerson, openBranch } from "../fixtures/scratch-branch.ts";
import { test } from "../fixtures/test.ts";
import {
  attackersOf,
  missingIds,
  secrets,
  victimBranch,
  type Attacker,
  type Ids,
  type Victim,
} from "../fixtures/two-branches.ts";
import probes from "./probes.json" with { type: "json" };

type Probe = { procedure: string; type: string; input: object };

/** `packages/api` checks that none is missing. */
const all: Probe[] = Object.entries(probes).map(([procedure, probe]) => ({ procedure, ...probe }));
const withIds = all.filter(({ input }) => JSON.stringify(input).includes('"$'));

let victim: Victim;
let attackers: Attacker[];
let tomorrow: string;

test.beforeAll(async () => {
  victim = await victimBranch();
  attackers = await attackersOf(victim);
  tomorrow = new Date(Date.now() + 86_400_000).toISOString();
});

/** The probe's input with ids in their places, in the name of a branch. */
function filled(probe: Probe, branch: string, ids: Ids): object {
  const values: Record<string, unknown> = { ...ids, version: victim.submitted.version, tomorrow };
  const text = JSON.stringify(probe.input).replaceAll(/"\$(\w+)"/gu, (_, name: string) => JSON.stringify(values[name]));
  return { branch, ...(JSON.parse(text) as object) };
}

/** The whole answer to a call, so that whatever differs is seen. */
async function call(client: Pick<ConsoleClient, "ask">, { procedure, type }: Probe, input: object) {
  const json = JSON.stringify({ json: input });
  const { status, body, headers } = await (type === "query"
    ? client.ask(`/api/trpc/${procedure}?input=${encodeURIComponent(json)}`)
    : client.ask(`/api/trpc/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: json,
      }));
  return { status, body, type: headers["content-type"], cookie: headers["set-cookie"] };
}

/** A slug of the same length that no branch has. */
const nobodysSlug = () => `x${victim.branch.slug.slice(1)}`;

function expectNoSecret(text: string, where: string): void {
  for (const secret of Object.values(secrets)) expect(text, where).not.toContain(secret);
}

test("there are attackers of each kind, and the victim's own people may do what is probed", async () => {
  expect(attackers).toHaveLength(9);
  const { webmaster, secretary } = victim.staff;
  for (const probe of all.filter(({ type }) => type === "query")) {
    const input = filled(probe, victim.branch.slug, victim.ids);
    const answers = await Promise.all([webmaster, secretary].map(({ client }) => call(client, probe, input)));
    expect(
      answers.map(({ status }) => status),
      probe.procedure,
    ).toContain(200);
  }
});

test("to a stranger a foreign branch is one that does not exist, whatever they call", async () => {
  const before = await victim.fingerprint();
  for (const { name, client } of attackers) {
    for (const probe of all) {
      const foreign = await call(client, probe, filled(probe, victim.branch.slug, victim.ids));
      const missing = await call(client, probe, filled(probe, nobodysSlug(), missingIds()));
      expect(foreign.status, `${name}: ${probe.procedure}`).toBe(404);
      expect(foreign, `${name}: ${probe.procedure}`).toEqual(missing);
    }
  }
  expect(await victim.fingerprint()).toEqual(before);
});

test("nobody signed in learns even less", async () => {
  const nobody = {
    ask: ((path, question = {}) =>
      ask(sharedPort(), "console.localhost", path, {
        ...question,
        headers: { origin: `http://console.localhost:${sharedPort()}`, ...question.headers },
      })) satisfies ConsoleClient["ask"],
  };
  for (const probe of all) {
    const foreign = await call(nobody, probe, filled(probe, victim.branch.slug, victim.ids));
    expect(foreign.status, probe.procedure).toBe(401);
    expect(foreign, probe.procedure).toEqual(await call(nobody, probe, filled(probe, nobodysSlug(), missingIds())));
  }
});

test("in a stranger's own branch the victim's ids are ids of nothing", async () => {
  const before = await victim.fingerprint();
  for (const { name, client, slug } of attackers) {
    if (slug === null) continue;
    for (const probe of withIds) {
      const foreign = await call(client, probe, filled(probe, slug, victim.ids));
      const missing = await call(client, probe, filled(probe, slug, missingIds()));
      const where = `${name}: ${probe.procedure}`;
      // Goodbyes are answered without being heard; everything else says no.
      if (probe.procedure !== "articles.leavePresence") expect([400, 403, 404, 409], where).toContain(foreign.status);
      expect(foreign, where).toEqual(missing);
      expectNoSecret(foreign.body, where);
    }
  }
  expect(await victim.fingerprint()).toEqual(before);
});

test("nothing of the victim's can be put into an article of one's own", async () => {
  const before = await victim.fingerprint();
  for (const { name, client, slug } of attackers.filter((attacker) => attacker.slug !== null)) {
    if (name.includes("organiser") || slug === null) continue;
    const columnId = await columnIdOf(client, slug, "activities");
    const own = await client.mutate<{ articleId: string; version: number }>("articles.create", {
      branch: slug,
      columnId,
    });
    const probe = (procedure: string, type = "mutation") => ({ procedure, type, input: {} });
    const text = articleContent(columnId, "旁人自己的文章", "一句话。");
    const picture = (mediaId: string) => ({
      type: "doc",
      content: [{ type: "picture", attrs: { mediaId, alt: "图", caption: "", width: "full" } }, { type: "paragraph" }],
    });
    const inTable = (mediaId: string) => ({
      type: "doc",
      content: [
        {
          type: "table",
          content: [
            { type: "tableRow", content: [{ type: "tableCell", content: [...picture(mediaId).content].toReversed() }] },
          ],
        },
      ],
    });
    const saves = (ids: Ids) => [
      { ...text, columnId: ids.column },
      { ...text, coverId: ids.picture },
      { ...text, attachmentIds: [ids.attachment] },
      { ...text, attachmentIds: [ids.picture] },
      { ...text, body: picture(ids.picture) },
      { ...text, body: inTable(ids.picture) },
    ];
    const attempts = (ids: Ids): { of: Probe; input: object }[] => [
      ...saves(ids).map((content) => ({
        of: probe("articles.save"),
        input: { articleId: own.articleId, version: own.version, content },
      })),
      { of: probe("articles.restore"), input: { ...own, revisionId: ids.revision } },
      { of: probe("articles.compare", "query"), input: { articleId: own.articleId, fromId: null, toId: ids.revision } },
      {
        of: probe("articles.compare", "query"),
        input: { articleId: own.articleId, fromId: ids.revision, toId: ids.revision },
      },
      { of: probe("columns.move"), input: { columnId, version: 0, parentId: ids.column } },
      {
        of: probe("columns.order"),
        input: { columns: [columnId, ids.column].map((id) => ({ columnId: id, version: 0 })) },
      },
    ];
    const missing = attempts(missingIds());
    for (const [index, { of, input }] of attempts(victim.ids).entries()) {
      const where = `${name}: ${of.procedure} ${index}`;
      const foreign = await call(client, of, { branch: slug, ...input });
      expect(foreign.status, where).toBeGreaterThanOrEqual(400);
      expect(foreign.status, where).toBeLessThan(500);
      expect(foreign, where).toEqual(await call(client, of, { branch: slug, ...missing[index]?.input }));
      expectNoSecret(foreign.body, where);
    }
  }
  expect(await victim.fingerprint()).toEqual(before);
});

test("even who works in both branches can't reach through one into the other", async () => {
  const second = await openBranch();
  const person = await newPerson();
  for (const branch of [victim.branch, second]) await appoint(branch, person, "webmaster");
  const client = await consoleClient(sharedPort(), person.loginName);
  const before = await victim.fingerprint();
  for (const probe of withIds) {
    const foreign = await call(client, probe, filled(probe, second.slug, victim.ids));
    expect(foreign, probe.procedure).toEqual(await call(client, probe, filled(probe, second.slug, missingIds())));
    if (probe.procedure !== "articles.leavePresence")
      expect(foreign.status, probe.procedure).toBeGreaterThanOrEqual(400);
  }
  expect(await victim.fingerprint()).toEqual(before);
});

test("lists, counts, searches, inboxes and switchers never show anything of the victim's", async () => {
  for (const { name, client, slug } of attackers) {
    const own: [string, object][] = [
      ["desk.inbox", {}],
      ["account.me", {}],
      ["account.terms", {}],
      ...Object.values(secrets).map((search): [string, object] => ["account.branches", { search }]),
      ["account.branches", { search: victim.branch.slug }],
      ["account.branches", { search: "" }],
    ];
    const inBranch: [string, object][] =
      slug === null
        ? []
        : [
            ...["articles.list", "media.list"].flatMap((procedure) =>
              [...Object.values(secrets), "", "%", "_", "受害"].map((search): [string, object] => [
                procedure,
                { branch: slug, search, limit: 100 },
              ]),
            ),
            ...["articles.counts", "desk.dashboard", "people.list", "columns.list", "branch.overview"].map(
              (procedure): [string, object] => [procedure, { branch: slug }],
            ),
          ];
    for (const [procedure, input] of [...own, ...inBranch]) {
      const where = `${name}: ${procedure} ${JSON.stringify(input)}`;
      const { status, body } = await call(client, { procedure, type: "query", input }, input);
      expect(status, where).toBe(200);
      // A person whose term in the branch is over or has not begun may see the term itself, among their own.
      if (procedure !== "account.terms") expectNoSecret(body, where);
      for (const id of Object.values(victim.ids)) expect(body, where).not.toContain(id);
    }
  }
});

test("a position in the victim's list is no position in another", async () => {
  const { client, slug } = attackers[1] ?? {};
  if (!client || !slug) throw new Error("no webmaster");
  for (const procedure of ["articles.list", "media.list"]) {
    const first = await victim.staff.webmaster.client.query<{ nextCursor: string | null }>(procedure, {
      branch: victim.branch.slug,
      limit: 1,
    });
    expect(first.nextCursor, procedure).not.toBeNull();
    const input = { branch: slug, cursor: first.nextCursor };
    const { body } = await call(client, { procedure, type: "query", input }, input);
    expectNoSecret(body, procedure);
  }
});

test("calls in one batch are judged one by one", async () => {
  const { client, slug } = attackers[1] ?? {};
  const input = { 0: { json: { branch: slug } }, 1: { json: { branch: victim.branch.slug } } };
  const path = `/api/trpc/people.list,people.list?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await client?.ask(path);
  const [own, foreign] = JSON.parse(answer?.body ?? "[]") as {
    result?: object;
    error?: { json: { data: { appCode: string } } };
  }[];
  expect(own?.result).toBeDefined();
  expect(foreign?.error?.json.data.appCode).toBe("NOT_FOUND");
  expectNoSecret(answer?.body ?? "", "batch");
});
