import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser } from "@zhibu/db/testing/factories";
import type {} from "@zhibu/db/testing/global-setup";
import type { MailWish } from "@zhibu/domain/notifications/notification-inputs";
import type { OfficeContext } from "../kernel/context.ts";
import { newBranch } from "../testing/contexts.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { deliverMails } from "./deliver-mails.ts";
import { listMails } from "./list-mails.ts";
import { configureMail } from "./mail-settings.ts";
import { makeMails } from "./make-mails.ts";
import { markRead } from "./mark-read.ts";
import { saveWish } from "./notification-wish.ts";
import { notify } from "./notify.ts";
import { queueLinkMail, queueMail } from "./queue-mail.ts";
import { resendMail } from "./resend-mail.ts";
import { mailSettingsFor } from "./testing/mail-settings-for.ts";
import { type MailServer, startMailServer } from "./testing/smtp-server.ts";

let server: MailServer;
let settings: ReturnType<typeof mailSettingsFor>;

/** Everybody of this file; the days here are past ones, so that nothing of tests beside it is due. */
const people: string[] = [];

beforeAll(ensureCollege);

beforeEach(async () => {
  server = await startMailServer();
  settings = mailSettingsFor(server.url);
});

afterEach(async () => {
  configureMail(null);
  await server.close();
  const userId = { in: people };
  await withOffice(async (tx) => {
    await tx.notification.updateMany({ where: { userId, mailId: null }, data: { readAt: new Date() } });
    await tx.mail.updateMany({ where: { userId, state: { not: "sent" } }, data: { state: "sent" } });
  });
});

const at = (time: string) => new Date(`2026-11-20T${time}:00+08:00`);

async function reader(mail: MailWish = "daily", digestHour = 8) {
  const { userId, loginName } = await newUser();
  const address = `${loginName}@college.example`;
  people.push(userId);
  await withOffice((tx) => tx.user.update({ where: { id: userId }, data: { email: address } }));
  const ctx = { actor: { userId, displayName: "测试员" }, now: () => at("00:00") };
  await saveWish(ctx, { mail, digestHour, version: 0 });
  return { userId, address, ctx };
}

/** Tells the person of something in a branch of its own. */
async function told(userId: string, title: string, now: Date): Promise<{ slug: string; shortName: string }> {
  const branch = await newBranch();
  await withOffice((tx) =>
    notify(tx, {
      branchId: branch.tenantId,
      userIds: [userId],
      kind: "article.submitted",
      params: { title, actor: "张三" },
      path: "/:branch/review/1",
      occasion: newId(),
      now,
    }),
  );
  return { slug: branch.slug, shortName: branch.name };
}

const deliver = (now = at("09:00")) => deliverMails(settings, () => now);
const mailsOf = (userId: string) => withOffice((tx) => tx.mail.findMany({ where: { userId }, orderBy: { id: "asc" } }));

describe("a digest", () => {
  test("comes at the person's hour, one mail, a line per item with a direct link, once a day", async () => {
    const { userId, address } = await reader("daily", 8);
    const first = await told(userId, "第一条", at("07:00"));
    const second = await told(userId, "第二条 <b>", at("07:30"));
    expect(await makeMails(settings, at("07:59"))).toBe(0);
    expect(await makeMails(settings, at("08:00"))).toBe(1);
    expect(await makeMails(settings, at("08:01"))).toBe(0);
    expect(await deliver()).toBe(1);
    const [mail] = server.taken;
    expect(mail?.to).toMatchObject({ text: address });
    expect(mail?.from?.value).toEqual([{ name: "支部", address: "zhibu@college.example" }]);
    expect(mail?.subject).toBe("通知：2 条");
    const url = (slug: string) => `https://console.college.example/${slug}/review/1`;
    expect(mail?.text).toContain(`1. ${first.shortName}: article.submitted 第一条\n${url(first.slug)}\n`);
    expect(mail?.text).toContain(`2. ${second.shortName}: article.submitted 第二条 <b>\n${url(second.slug)}\n`);
    expect(mail?.html).toContain(`<a href="${url(first.slug)}">`);
    expect(mail?.html).toContain("第二条 &lt;b&gt;");
    const [row] = await mailsOf(userId);
    expect(mail?.messageId).toBe(`<${row?.id}@college.example>`);
    expect(row).toMatchObject({ state: "sent", text: "" });

    await told(userId, "第三条", at("10:00"));
    expect(await makeMails(settings, at("23:00"))).toBe(0);
    const tomorrow = new Date(at("08:00").getTime() + 86_400_000);
    expect(await makeMails(settings, tomorrow)).toBe(1);
    expect(await makeMails(settings, new Date(tomorrow.getTime() + 86_400_000))).toBe(0);
  });

  test("leaves out what was read meanwhile and what is older than a week", async () => {
    const { userId, ctx } = await reader();
    await told(userId, "读过", at("07:00"));
    const [line] = await withOffice((tx) => tx.notification.findMany({ where: { userId } }));
    await markRead(ctx, { ids: [line?.id ?? ""] });
    await told(userId, "太久", new Date(at("07:00").getTime() - 8 * 86_400_000));
    expect(await makeMails(settings, at("08:30"))).toBe(0);
  });

  test("is made once by two workers at the same moment", async () => {
    const { userId } = await reader();
    await told(userId, "一条", at("07:00"));
    const made = await Promise.all([1, 2, 3].map(() => makeMails(settings, at("08:30"))));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await mailsOf(userId)).toHaveLength(1);
  });

  test("of more lines than a phone shows says how many are left", async () => {
    const { userId } = await reader();
    const branch = await newBranch();
    const rows = Array.from({ length: 45 }, (_, index) => index);
    await withOffice(async (tx) => {
      for (const index of rows)
        await notify(tx, {
          branchId: branch.tenantId,
          userIds: [userId],
          kind: "article.failed",
          params: { title: `第${index}条` },
          path: "/:branch",
          occasion: `${index}`,
          now: at("07:00"),
        });
    });
    await makeMails(settings, at("08:30"));
    await deliver();
    expect(server.taken[0]?.text).toContain("40. ");
    expect(server.taken[0]?.text).not.toContain("41. ");
    expect(server.taken[0]?.text).toContain("还有 5 条");
  });
});

test("who wants each line gets each; who wants none, is disabled or has no address gets none", async () => {
  const each = await reader("each");
  const none = await reader("none");
  const gone = await reader("each");
  const { userId: without } = await newUser();
  await withOffice((tx) => tx.user.update({ where: { id: gone.userId }, data: { disabledAt: new Date() } }));
  for (const userId of [each.userId, none.userId, gone.userId, without]) {
    await told(userId, "一", at("07:00"));
    await told(userId, "二", at("07:01"));
  }
  await Promise.all([1, 2, 3].map(() => makeMails(settings, at("07:02"))));
  await deliver();
  expect(server.taken.map(({ to }) => (to && !Array.isArray(to) ? to.text : ""))).toEqual([each.address, each.address]);
});

test("who turns to each line gets what comes from then on, not the heap before", async () => {
  const { userId, ctx } = await reader("none");
  await told(userId, "以前的", at("06:00"));
  await saveWish({ ...ctx, now: () => at("07:00") }, { mail: "each", digestHour: 8, version: 1 });
  await told(userId, "以后的", at("07:30"));
  expect(await makeMails(settings, at("07:31"))).toBe(1);
});

test("without mail nothing is kept to send; with it a link goes out, and its secret doesn't stay", async () => {
  const { userId, address } = await reader();
  const link = {
    userId,
    address,
    purpose: "invite",
    name: "李四",
    loginName: "lisi",
    path: "/welcome/secret",
  } as const;
  const ask = () => withOffice((tx) => queueLinkMail(tx, { ...link, expiresAt: at("12:00"), now: at("08:00") }));
  expect(await ask()).toBe(false);
  configureMail(settings);
  expect(await ask()).toBe(true);
  await deliver();
  expect(server.taken[0]?.text).toContain("https://console.college.example/welcome/secret");
  expect(JSON.stringify(await mailsOf(userId))).not.toContain("secret");
});

async function oneMail(): Promise<string> {
  configureMail(settings);
  const { userId, address } = await reader();
  await withOffice((tx) => queueMail(tx, { userId, address, subject: "主题", text: "正文", now: at("08:00") }));
  return userId;
}

describe("a mail", () => {
  test("the server can't take now is tried again later, under the same Message-ID", async () => {
    const userId = await oneMail();
    server.next.push({ code: 451 });
    expect(await deliver(at("09:00"))).toBe(0);
    expect(await mailsOf(userId)).toMatchObject([{ state: "pending", attempts: 1, nextAt: at("09:01") }]);
    expect(await deliver(at("09:00"))).toBe(0);
    expect(await deliver(at("09:01"))).toBe(1);
    expect(new Set(server.seen).size).toBe(1);
    expect(server.taken).toHaveLength(1);
  });

  test("the server won't take has failed, with the server's words", async () => {
    const userId = await oneMail();
    server.next.push({ code: 554 });
    await deliver();
    const [failed] = await mailsOf(userId);
    expect(failed).toMatchObject({ state: "failed" });
    expect(failed?.error).toContain("refused with 554");
    await deliver(at("23:00"));
    expect(server.seen).toHaveLength(1);
  });

  test("to nobody has failed; a server that isn't there is tried again, and given up after a day", async () => {
    configureMail(settings);
    const { userId } = await reader();
    const nobody = { userId, address: "nobody@college.example", subject: "主题", text: "正文", now: at("08:00") };
    await withOffice((tx) => queueMail(tx, nobody));
    await deliver();
    expect(await mailsOf(userId)).toMatchObject([{ state: "failed" }]);
    const other = await oneMail();
    const away = { ...settings, smtpUrl: "smtp://127.0.0.1:1" };
    let now = at("09:00");
    for (let hour = 0; hour < 40; hour += 1) {
      await deliverMails(away, () => now);
      now = new Date(now.getTime() + 3_600_000);
    }
    expect(await mailsOf(other)).toMatchObject([{ state: "failed", attempts: 8 }]);
  });

  test("is sent once however many workers there are", async () => {
    const people = [];
    for (let index = 0; index < 12; index += 1) people.push(await oneMail());
    const sent = await Promise.all([1, 2, 3, 4].map(() => deliver()));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(12);
    expect(server.taken).toHaveLength(12);
  });

  test.each(["cut", "close"] as const)(
    "whose line broke after its words went out (%s) is uncertain, and never sent again by itself",
    async (end) => {
      const userId = await oneMail();
      server.next.push("stall");
      const running = deliver();
      await expect.poll(() => server.seen.length).toBe(1);
      await server[end]();
      await running;
      expect(await mailsOf(userId)).toMatchObject([{ state: "uncertain" }]);
      await server.close();
      server = await startMailServer();
      settings = mailSettingsFor(server.url);
      await deliver(at("23:59"));
      expect(server.seen).toEqual([]);
    },
  );

  test(
    "a process was killed over is uncertain after its claim runs out, and arrives no second time",
    { timeout: 60_000 },
    async () => {
      const userId = await oneMail();
      server.next.push("stall");
      const child = spawn(process.execPath, [
        `${import.meta.dirname}/testing/deliver-child.ts`,
        inject("appUrl"),
        server.url,
        at("09:00").toISOString(),
      ]);
      const ended = once(child, "exit");
      await expect.poll(() => server.seen.length, { timeout: 30_000 }).toBe(1);
      child.kill("SIGKILL");
      await ended;
      expect(await mailsOf(userId)).toMatchObject([{ state: "sending" }]);
      await deliver(at("09:09"));
      expect(await mailsOf(userId)).toMatchObject([{ state: "sending" }]);
      await deliver(at("09:11"));
      expect(await mailsOf(userId)).toMatchObject([{ state: "uncertain", attempts: 1 }]);
      await deliver(at("23:59"));
      expect(server.seen).toHaveLength(1);
    },
  );
});

test("the office sees what did not get out, not its words, and may send it again; nobody else may", async () => {
  const office: OfficeContext = { actor: { ...(await newUser()), roles: ["office"] }, now: () => at("10:00") };
  const userId = await oneMail();
  const [mail] = await mailsOf(userId);
  const mailId = mail?.id ?? "";
  expect(await reasonOf(resendMail(office, { mailId }))).toBe("mail.notTroubled");
  server.next.push({ code: 554 });
  await deliver();
  const seen = async () => (await listMails(office, { limit: 50 })).items.find(({ id }) => id === mailId);
  expect(await seen()).toMatchObject({ state: "failed", subject: "主题", can: { resend: true } });
  expect(JSON.stringify(await seen())).not.toContain("正文");
  const auditor: OfficeContext = { ...office, actor: { ...office.actor, roles: ["auditor"] } };
  expect(await reasonOf(resendMail(auditor, { mailId }))).toBe("forbidden");
  expect(await reasonOf(listMails(auditor, { limit: 1 }))).toBe("forbidden");
  expect(await reasonOf(resendMail(office, { mailId: newId() }))).toBe("mail.missing");
  await resendMail(office, { mailId });
  await deliver(at("10:00"));
  expect(await seen()).toBeUndefined();
  expect(server.taken).toHaveLength(1);
});
