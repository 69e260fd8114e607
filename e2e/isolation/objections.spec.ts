import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { appoint } from "@zhibu/db/testing/factories";
import { row } from "../fixtures/behind-the-scenes.ts";
import type { ConsoleClient } from "../fixtures/console-client.ts";
import { sharedDatabaseUrl, sharedDataDir, sharedPort } from "../fixtures/hosts.ts";
import { startPortal, type PortalProcess } from "../fixtures/portal-process.ts";
import { ask, type Answer, type Question } from "../fixtures/read-from.ts";
import { beginList, submitList, type RunningList } from "../fixtures/running-list.ts";
import { test } from "../fixtures/test.ts";
import { attackersOf, victimBranch, type Attacker, type Victim } from "../fixtures/two-branches.ts";

test.describe.configure({ mode: "serial" });

/** What only who handles the objection may ever read. */
const told = {
  text: "名单中有一人的培养时间不足一年，请党组织核实情况。",
  name: "实名反映人",
  contact: "0373-1234567",
  file: "只有书记能看的材料内容",
} as const;

let victim: Victim;
let attackers: Attacker[];
/** A door of this file's own, behind a proxy it trusts: the limits by address are nobody else's. */
let door: PortalProcess;
let list: RunningList;
let receipt: string;
let objectionId: string;

const site = () => `${victim.branch.slug}.localhost`;

/** As the proxy passes a reader's request on; `claims` is what the reader wrote into the header themselves. */
function from(address: string, host: string, path: string, question: Question = {}, claims = ""): Promise<Answer> {
  const forwarded = claims === "" ? address : `${claims}, ${address}`;
  return ask(door.port, host, path, { ...question, headers: { ...question.headers, "x-forwarded-for": forwarded } });
}

const receiptPath = (number: string) => `/g/receipt?number=${encodeURIComponent(number)}`;

/** Everything of an answer a reader could tell two apart by. */
function seen({ status, headers, body }: Answer) {
  const { date: _date, ...rest } = headers;
  return { status, headers: rest, body };
}

/** The form of a list as a browser sends it. */
async function object(address: string, host: string, no: number, fields: object, file = ""): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  if (file !== "") form.set("file", new File([file], "证明材料.txt"));
  const encoded = new Response(form);
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  const body = Buffer.from(await encoded.arrayBuffer());
  return from(address, host, `/g/${no}/objections`, { method: "POST", headers, body });
}

/** `asked` is what was asked for: an answer may repeat that. */
function expectNothingTold(text: string, where: string, asked = ""): void {
  const { name, text: words, contact, file } = told;
  for (const secret of [words, name, contact, file, receipt, objectionId])
    if (!asked.includes(secret)) expect(text, where).not.toContain(secret);
}

test.beforeAll(async () => {
  test.setTimeout(200_000);
  [victim, door] = await Promise.all([
    victimBranch(),
    startPortal({
      databaseUrl: sharedDatabaseUrl(),
      dataDir: sharedDataDir(),
      env: { TRUSTED_PROXY: "127.0.0.1", JOBS: "outside" },
    }),
  ]);
  attackers = await attackersOf(victim);
  list = await beginList(victim.desk, "受害支部拟接收预备党员公示", ["受害公示甲", "受害公示乙"]);
  const { text, name, contact, file } = told;
  const { headers, status } = await object("203.0.113.1", site(), list.no, { text, name, contact }, file);
  expect(status).toBe(303);
  receipt = /number=(\w+)$/u.exec(String(headers["location"]))?.[1] ?? "";
  ({ id: objectionId } = await row<{ id: string }>("SELECT id FROM objection WHERE list_id = $1", list.publicityId));
});

test.afterAll(() => door.end());

/** The whole answer to a call, so that whatever differs is seen. */
async function call(client: ConsoleClient, procedure: string, input: object) {
  const json = JSON.stringify({ json: input });
  const isQuery = ["publicity.objections", "publicity.get", "publicity.list"].includes(procedure);
  const { status, body } = await (isQuery
    ? client.ask(`/api/trpc/${procedure}?input=${encodeURIComponent(json)}`)
    : client.ask(`/api/trpc/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: json,
      }));
  return { status, body };
}

type Target = { branch: string; publicityId: string; objectionId: string; mediaId: string };

const step = { version: 0, action: "accept", record: "已与相关人员谈话核实。", answer: "" };

/** Every way to an objection, and to what its list holds. */
const procedures: [string, (target: Target) => object][] = [
  ["publicity.objections", ({ branch, publicityId }) => ({ branch, publicityId })],
  ["publicity.readObjection", ({ branch, objectionId: id }) => ({ branch, objectionId: id })],
  ["publicity.handleObjection", ({ branch, objectionId: id }) => ({ branch, objectionId: id, ...step })],
  ["publicity.get", ({ branch, publicityId }) => ({ branch, publicityId })],
  ["publicity.archive", ({ branch, publicityId }) => ({ branch, publicityId, reason: "别人的理由" })],
];
const routes: ((target: Target) => string)[] = [
  ({ branch, objectionId: id }) => `/api/objection-file/${branch}/${id}`,
  ({ branch, publicityId, mediaId }) => `/api/publicity-file/${branch}/${publicityId}/${mediaId}`,
  ...["pdf", "zip"].map(
    (format) =>
      ({ branch, publicityId }: Target) =>
        `/api/publicity-proof/${branch}/${publicityId}?format=${format}`,
  ),
];

const victims = (branch: string): Target => ({
  branch,
  publicityId: list.publicityId,
  objectionId,
  mediaId: victim.ids.attachment,
});
const nothing = (branch: string): Target => ({
  branch,
  publicityId: randomUUID(),
  objectionId: randomUUID(),
  mediaId: randomUUID(),
});
/** Every row of the victim's; the probe's are left out, for it goes on looking at the list that runs. */
async function fingerprint(): Promise<object> {
  const { publicity_probe: _probes, ...prints } = await victim.fingerprint();
  return prints;
}

/** A slug of the same length that no branch has. */
const nobodys = () => `x${victim.branch.slug.slice(1)}`;

test("the victim's secretary reads what was told, so there is something to find", async () => {
  const { client } = victim.staff.secretary;
  const target = victims(victim.branch.slug);
  const { text, name, contact } = told;
  const read = await client.mutate("publicity.readObjection", { branch: target.branch, objectionId });
  expect(read).toMatchObject({ text, name, contact });
  expect((await client.ask(`/api/objection-file/${target.branch}/${objectionId}`)).body).toBe(told.file);
  const page = await from("203.0.113.1", site(), receiptPath(receipt));
  expect(page.status).toBe(200);
  expect(page.body).toContain("已收到");
});

test("no address of any host lists objections to a reader, or holds anything of one", async () => {
  const { no } = list;
  const addresses = [
    ...["/", "/g", `/g/${no}`, "/g/receipt", "/feed.xml", "/sitemap.xml", "/robots.txt"],
    ...["/objections", "/g/objections", `/g/${no}/objections`, `/g/${no}/objections/1`, `/g/${no}/receipt`],
    ...[`/g/${no}/objections/${objectionId}`, `/g/receipt/${receipt}`, `/api/objection-file/${objectionId}`],
    ...[`/api/trpc/publicity.objections`, `/api/objection-file/${victim.branch.slug}/${objectionId}`],
    ...[`/media/${objectionId}/original`, "/g/receipt?number=*", "/g/receipt?number=%25", "/g/receipt?receipt="],
  ];
  const foreignSite = `${attackers.find(({ slug }) => slug !== null)?.slug ?? ""}.localhost`;
  for (const host of [site(), "localhost", foreignSite, "console.localhost"]) {
    for (const path of addresses) {
      const answer = await from("203.0.113.2", host, path);
      // The site's own 404 page for what is none of its pages, never a hint that there is more.
      if (host === site() && /objections|api|media/u.test(path)) expect(answer.status, path).toBe(404);
      expectNothingTold(answer.body + JSON.stringify(answer.headers), host + path, path);
    }
  }
  const shown = await from("203.0.113.2", site(), `/g/${no}/objections`);
  expect(shown.body).toBe((await from("203.0.113.2", site(), "/g/no-such-page")).body);
});

test("a receipt that is wrong, another branch's or none at all gets one and the same answer", async () => {
  const other = `${attackers.find(({ slug }) => slug !== null)?.slug ?? ""}.localhost`;
  const answerTo = async (host: string, number: string) => seen(await from("203.0.113.3", host, receiptPath(number)));
  const wrong = await answerTo(site(), "0000-0000-0000");
  expect(wrong.status).toBe(404);
  expect(wrong.body).toContain("没有找到这个回执编号");
  const malformed = ["1", "ABC", `${receipt}0`, receipt.slice(1), "' OR 1=1 --", "\u0000", "%", "编号", "x".repeat(99)];
  for (const number of [...malformed, objectionId, "ZZZZ-ZZZZ-ZZZZ"])
    expect(await answerTo(site(), number), number).toEqual(wrong);
  expect(await answerTo(other, receipt)).toEqual(await answerTo(other, "0000-0000-0000"));
  for (const typed of [receipt, receipt.toLowerCase(), receipt.replaceAll(/(.{4})(?=.)/gu, "$1 - ")])
    expect((await answerTo(site(), typed)).status, typed).toBe(200);
});

test("who guesses receipts is made to wait, whatever they claim to be; others are not", async () => {
  const guess = (number: string, question?: Question, claims?: string) =>
    from("203.0.113.4", site(), receiptPath(number), question, claims);
  const guesses = Array.from({ length: 70 }, (_, index) => `0000-0000-${1000 + index}`);
  const answers: Answer[] = [];
  // Some at a time, as a program would.
  for (let begin = 0; begin < guesses.length; begin += 10)
    answers.push(...(await Promise.all(guesses.slice(begin, begin + 10).map((number) => guess(number)))));
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(60);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  const right = await guess(receipt);
  expect(right.status).toBe(429);
  expect(right.body).toContain("查询太频繁");
  expect(Number(right.headers["retry-after"])).toBeGreaterThan(0);
  expect(seen(right)).toEqual(seen(await guess("0000-0000-9999")));
  expect((await guess(receipt, { method: "HEAD" })).status).toBe(429);
  for (const claims of ["198.51.100.7", "127.0.0.1", "203.0.113.1"])
    expect((await guess(receipt, {}, claims)).status).toBe(429);
  expect((await from("203.0.113.4", site(), "/g/receipt")).status).toBe(200);
  expect((await from("203.0.113.5", site(), receiptPath(receipt))).status).toBe(200);
  // The shared portal trusts no proxy: there the header is the client's own, and everybody is who they are.
  const unvouched = await ask(sharedPort(), site(), receiptPath(receipt), {
    headers: { "x-forwarded-for": "203.0.113.4" },
  });
  expect(unvouched.status).toBe(200);
});

test("forms are taken five at a time from an address, and tell nothing of lists that are not there", async () => {
  const words = { text: "请核实名单中人员的情况，谢谢。", name: "", contact: "" };
  const led = async (address: string, no: number) =>
    (await object(address, site(), no, words)).headers["location"]?.toString().replace(`/g/${no}/`, "");
  const draft = await row<{ no: number }>("SELECT no FROM publicity_list WHERE id = $1", victim.ids.publicity);
  const answers = [];
  for (const no of [draft.no, 99_999, draft.no, 99_999, 88_888]) answers.push(await led("203.0.113.6", no));
  expect(new Set(answers)).toEqual(new Set(["refused?why=notRunning"]));
  expect(await led("203.0.113.6", list.no)).toBe("refused?why=tooMany");
});

test("another branch's people can't tell the victim's objections and lists from what does not exist", async () => {
  const before = await fingerprint();
  for (const { name, client, slug } of attackers) {
    const pairs: [Target, Target][] = [[victims(victim.branch.slug), nothing(nobodys())]];
    if (slug !== null) pairs.push([victims(slug), nothing(slug)]);
    for (const [foreign, missing] of pairs) {
      for (const [procedure, inputOf] of procedures) {
        const where = `${name}: ${procedure}`;
        const answer = await call(client, procedure, inputOf(foreign));
        expect([403, 404], where).toContain(answer.status);
        if (foreign.branch !== slug || name.endsWith("secretary")) expect(answer.status, where).toBe(404);
        expect(answer, where).toEqual(await call(client, procedure, inputOf(missing)));
        expectNothingTold(answer.body, where);
      }
      for (const pathOf of routes) {
        const where = `${name}: ${pathOf(foreign)}`;
        const answer = await client.ask(pathOf(foreign));
        expect([403, 404], where).toContain(answer.status);
        if (foreign.branch !== slug || name.endsWith("secretary")) expect(answer.status, where).toBe(404);
        expect(seen(answer), where).toEqual(seen(await client.ask(pathOf(missing))));
      }
    }
    if (slug === null) continue;
    const own = await call(client, "publicity.list", { branch: slug });
    expect(own.status, name).toBe(name.endsWith("contributor") ? 403 : 200);
    expect(own.body, name).not.toContain(list.title);
  }
  // Nothing was changed, and nothing read: each reading would be in the trail.
  expect(await fingerprint()).toEqual(before);
});

test("in the victim's own branch the secretary alone handles objections", async () => {
  const target = victims(victim.branch.slug);
  for (const role of ["contributor", "webmaster", "organiser"] as const) {
    const { client } = victim.staff[role];
    for (const [procedure, inputOf] of procedures.slice(0, 3)) {
      const { status, body } = await call(client, procedure, inputOf(target));
      expect(status, `${role}: ${procedure}`).toBe(403);
      expectNothingTold(body, `${role}: ${procedure}`);
    }
    expect((await client.ask(`/api/objection-file/${target.branch}/${objectionId}`)).status, role).toBe(403);
  }
  const anonymous = await ask(sharedPort(), "console.localhost", `/api/objection-file/${target.branch}/${objectionId}`);
  expect(anonymous.status).toBe(401);
});

test("a contributor signs nothing, and a webmaster not what they prepared, whatever roles they hold", async () => {
  const { staff, branch, desk } = victim;
  const { publicityId, version } = await submitList(desk, "待签发的公示", ["待签甲"]);
  const sign = (client: ConsoleClient) =>
    client.mutate("publicity.sign", { branch: branch.slug, publicityId, version });
  for (const role of ["contributor", "organiser", "webmaster"] as const)
    await expect(sign(staff[role].client), role).rejects.toThrow("FORBIDDEN");
  await appoint(branch, staff.webmaster.person, "secretary");
  await expect(sign(staff.webmaster.client)).rejects.toThrow("FORBIDDEN publicity.fourEyes");
  // A correction of what runs is no way round it.
  const { list: running } = await staff.webmaster.client.query<{ list: { version: number } }>("publicity.get", {
    branch: branch.slug,
    publicityId: list.publicityId,
  });
  await expect(
    staff.webmaster.client.mutate("publicity.signCorrection", {
      branch: branch.slug,
      publicityId: list.publicityId,
      version: running.version,
      reason: "自己更正自己签",
    }),
  ).rejects.toThrow(/CONFLICT|FORBIDDEN/u);
  expect(await row("SELECT state::text FROM publicity_list WHERE id = $1", publicityId)).toEqual({
    state: "in_review",
  });
  await sign(staff.secretary.client);
});
