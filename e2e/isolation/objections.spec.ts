import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { TestBranch } from "@zhibu/db/testing/factories";
import { row } from "../fixtures/behind-the-scenes.ts";
import type { ConsoleClient } from "../fixtures/console-client.ts";
import { entriesFile } from "../fixtures/entries-file.ts";
import { sharedPort } from "../fixtures/hosts.ts";
import { listState, object, runningList, submittedList } from "../fixtures/publicity-desk.ts";
import { ask, readFrom } from "../fixtures/read-from.ts";
import { openBranch, staffMember } from "../fixtures/scratch-branch.ts";
import { test } from "../fixtures/test.ts";

const words = "受害名单中有一人的培养时间不满一年，请核实。";
const sender = { name: "受害反映人", contact: "victim@example.edu.cn" };
const secrets = [words.slice(0, 10), sender.name, sender.contact];

type Staff = Record<"contributor" | "webmaster" | "secretary", ConsoleClient>;
type Home = { branch: TestBranch; host: string; staff: Staff };

let victim: Home & { publicityId: string; no: number; receipt: string; objectionId: string };
let other: Home;

async function home(): Promise<Home> {
  const branch = await openBranch();
  const client = async (role: keyof Staff) => (await staffMember(branch, role)).client;
  const [contributor, webmaster, secretary] = await Promise.all([
    client("contributor"),
    client("webmaster"),
    client("secretary"),
  ]);
  return { branch, host: `${branch.slug}.localhost`, staff: { contributor, webmaster, secretary } };
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const first = await home();
  other = await home();
  const list = await runningList(first.staff, first.branch.slug, { title: "受害支部的公示", names: ["受害示例甲"] });
  await expect.poll(async () => (await readFrom(sharedPort(), first.host, `/g/${list.no}`)).status).toBe(200);
  const taken = await object(
    sharedPort(),
    { host: first.host, no: list.no, from: "127.0.0.31" },
    { text: words, ...sender },
  );
  const [, receipt = ""] = /^\/g\/receipt\?number=(\w{12})$/u.exec(String(taken.headers["location"])) ?? [];
  const { id } = await row<{ id: string }>("SELECT id FROM objection WHERE list_id = $1", list.publicityId);
  victim = { ...first, ...list, receipt, objectionId: id };
});

const lookUp = (host: string, receipt: string, from: string) =>
  ask(sharedPort(), host, `/g/receipt?number=${receipt}`, { from });

/** A number of the right form nobody was given. */
const guess = () => randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase();

test("a reader finds no list of objections, and no page says that there are any", async () => {
  const { host, no, objectionId, receipt } = victim;
  expect(receipt).not.toBe("");
  for (const path of ["/", "/g", `/g/${no}`, "/g/receipt", "/feed.xml", "/sitemap.xml"]) {
    const { body } = await readFrom(sharedPort(), host, path);
    for (const secret of [...secrets, receipt, objectionId]) expect(body, path).not.toContain(secret);
    expect(body, path).not.toMatch(/异议\s*1\s*件/u);
  }
  const missing = await readFrom(sharedPort(), host, "/no-such-page");
  for (const path of [
    `/g/${no}/objections`,
    `/g/${no}/objections/${objectionId}`,
    `/objections/${objectionId}`,
    "/g/receipts",
    `/g/receipt/${receipt}`,
    "/api/trpc/publicity.objections",
  ]) {
    const answer = await readFrom(sharedPort(), host, path);
    expect([answer.status, answer.body], path).toEqual([404, missing.body]);
  }
  expect((await readFrom(sharedPort(), host, `/g/receipt?id=${objectionId}`)).body).not.toContain("收到时间");
});

test("a receipt says how far it is, and nothing else; to another branch's site it is one that was never given", async () => {
  const own = await lookUp(victim.host, victim.receipt.toLowerCase(), "127.0.0.32");
  expect(own.body).toContain("已收到");
  for (const secret of [...secrets, victim.objectionId]) expect(own.body).not.toContain(secret);
  const wrong = guess();
  const foreign = await lookUp(other.host, victim.receipt, "127.0.0.32");
  const never = await lookUp(other.host, wrong, "127.0.0.32");
  expect([never.status, never.body.includes("没有找到这个回执编号")]).toEqual([200, true]);
  expect([foreign.status, foreign.body.replaceAll(victim.receipt, wrong)]).toEqual([never.status, never.body]);
});

test("receipts can't be tried one after the other: after thirty even the right one is not looked up", async () => {
  const from = "127.0.0.33";
  const second = await object(
    sharedPort(),
    { host: victim.host, no: victim.no, from: "127.0.0.31" },
    { text: "匿名反映：名单中一人的年级有误，请核实。" },
  );
  const [, receipt = ""] = /number=(\w{12})$/u.exec(String(second.headers["location"])) ?? [];
  const answers = await Promise.all(Array.from({ length: 30 }, () => lookUp(victim.host, guess(), from)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  for (const number of [guess(), receipt]) {
    const refused = await lookUp(victim.host, number, from);
    expect(refused.status).toBe(429);
    expect(refused.body).toContain("查询次数过多");
    expect(refused.body).not.toContain("已收到");
  }
  // Whoever really holds it asks from elsewhere, and is not held up by somebody's guesses.
  expect((await lookUp(victim.host, receipt, "127.0.0.34")).body).toContain("已收到");
});

test("a flood of objections ends after five from one address", async () => {
  const send = () => object(sharedPort(), { host: victim.host, no: victim.no, from: "127.0.0.35" }, { text: "短" });
  const led: string[] = [];
  for (let time = 0; time < 6; time += 1) led.push(String((await send()).headers["location"]));
  expect(led.map((location) => location.replace(/^.*why=/u, ""))).toEqual([
    ...Array.from({ length: 5 }, () => "incomplete"),
    "tooMany",
  ]);
});

/** An answer as a stranger compares it. */
async function call(client: ConsoleClient, procedure: string, type: "query" | "mutation", input: object) {
  const json = JSON.stringify({ json: input });
  const { status, body } = await (type === "query"
    ? client.ask(`/api/trpc/${procedure}?input=${encodeURIComponent(json)}`)
    : client.ask(`/api/trpc/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: json,
      }));
  return { status, body };
}

const reason = "旁人写的理由";
const handling = { version: 0, action: "accept", record: "旁人写的记录", answer: "" };

/** What somebody might do with the ids of a list and an objection. */
const moves = (publicityId: string, objectionId: string, version: number) =>
  [
    ["publicity.get", "query", { publicityId }],
    ["publicity.objections", "query", { publicityId }],
    ["publicity.readObjection", "mutation", { objectionId }],
    ["publicity.handleObjection", "mutation", { objectionId, ...handling }],
    ["publicity.archive", "mutation", { publicityId }],
    ["publicity.sign", "mutation", { publicityId, version }],
    ["publicity.withdraw", "mutation", { publicityId, version, reason }],
    ["publicity.state", "mutation", { publicityId, version, statement: "公示期间未收到异议。" }],
  ] as const;

async function routesOf(client: ConsoleClient, slug: string, id: string) {
  const { buffer } = await entriesFile(["姓名"], ["旁人"]);
  const template = await client.ask(`/api/publicity-template/${slug}/${id}`);
  const entries = await client.ask(`/api/publicity-entries/${slug}/${id}?name=a.xlsx`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "content-length": String(buffer.length) },
    body: buffer,
  });
  return [template, entries].map(({ status, body }) => ({ status, body }));
}

test("another branch's people see and move nothing: each id is one of nothing, in their branch and in the victim's", async () => {
  const { publicityId, objectionId, branch } = victim;
  const before = await stateOf();
  for (const client of [other.staff.webmaster, other.staff.secretary]) {
    const missing = moves(randomUUID(), randomUUID(), 1);
    for (const [index, [procedure, type, input]] of moves(publicityId, objectionId, 1).entries()) {
      const nothing = missing[index]?.[2];
      for (const [own, strange] of [
        [other.branch.slug, other.branch.slug],
        [branch.slug, `x${branch.slug.slice(1)}`],
      ]) {
        const answer = await call(client, procedure, type, { branch: own, ...input });
        expect(answer, procedure).toEqual(await call(client, procedure, type, { branch: strange, ...nothing }));
        expect([403, 404], procedure).toContain(answer.status);
        for (const secret of [...secrets, "受害示例甲"]) expect(answer.body, procedure).not.toContain(secret);
      }
    }
    const foreign = await routesOf(client, other.branch.slug, publicityId);
    expect(foreign).toEqual(await routesOf(client, other.branch.slug, randomUUID()));
    const strange = await routesOf(client, branch.slug, publicityId);
    expect(strange).toEqual(await routesOf(client, `x${branch.slug.slice(1)}`, randomUUID()));
    expect([...foreign, ...strange].filter(({ status }) => status !== 404 && status !== 403)).toEqual([]);
  }
  expect(await stateOf()).toEqual(before);
});

const stateOf = () =>
  row<{ list: string; objections: string; texts: string }>(
    `SELECT l.state || ' ' || l.version AS list,
       (SELECT string_agg(o.state || ' ' || o.version, ',' ORDER BY o.id) FROM objection o WHERE o.list_id = l.id) AS objections,
       (SELECT count(*)::text FROM publicity_text t WHERE t.list_id = l.id) AS texts
     FROM publicity_list l WHERE l.id = $1`,
    victim.publicityId,
  );

test("a contributor signs nothing, and reads no objection; a webmaster neither", async () => {
  const { branch, staff, objectionId } = victim;
  const waiting = await submittedList(staff.webmaster, branch.slug, { title: "待签发的公示", names: ["受害示例乙"] });
  const { version } = waiting;
  for (const client of [staff.contributor, staff.webmaster]) {
    for (const [procedure, type, input] of moves(waiting.publicityId, objectionId, version)) {
      // What a branch's own people prepare they may look at.
      if (procedure === "publicity.get") continue;
      const answer = await call(client, procedure, type, { branch: branch.slug, ...input });
      expect([procedure, answer.status]).toEqual([procedure, 403]);
    }
  }
  expect(await listState(waiting.publicityId)).toBe("in_review");
  await staff.secretary.mutate("publicity.sign", { branch: branch.slug, ...waiting });
  expect(await listState(waiting.publicityId)).toBe("running");
});
