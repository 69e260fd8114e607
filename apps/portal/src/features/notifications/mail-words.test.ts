import { expect, test } from "vitest";
import { mailWords } from "@zhibu/core/notifications/mail-words";
import { notificationKinds, type NotificationKind } from "@zhibu/domain/notifications/kinds";
import mail from "../../../messages/zh-CN/mail.json" with { type: "json" };
import notifications from "../../../messages/zh-CN/notifications.json" with { type: "json" };

const words = mailWords({ mail, notifications });
const at = new Date("2026-11-20T00:05:00Z");
const kinds = Object.entries(notificationKinds) as [NotificationKind, readonly string[]][]; // Object.entries forgets the keys.

function valueOf(name: string): string | number {
  if (name === "count") return 3;
  return name === "role" ? "webmaster" : `<${name}>`;
}

test.each(kinds)("%s has a sentence that says every value it is given", (kind, names) => {
  const line = words.line(kind, Object.fromEntries(names.map((name) => [name, valueOf(name)])), "护理学院", at);
  for (const name of names) {
    const value = valueOf(name);
    expect(line).toContain(value === "webmaster" ? "网站管理员" : String(value));
  }
});

test("a line begins with when and where", () => {
  expect(words.line("article.failed", { title: "主题党日" }, "护理学院", at)).toMatch(/^11月20日 08:05 · 护理学院：/u);
  expect(words.line("article.failed", { title: "主题党日" }, null, at)).toContain(" · 学院：");
});

test("one item is named in the subject, many are counted; what is left out is said", () => {
  const about = { count: 1, more: 0, first: "第一条", listUrl: "https://list", wishUrl: "https://wish" };
  expect(words.frame(about).subject).toBe("支部通知：第一条");
  const many = words.frame({ ...about, count: 45, more: 5 });
  expect(many.subject).toBe("支部通知：45 条新消息");
  expect(many.below).toMatch(/还有 5 条.*https:\/\/list.*https:\/\/wish/su);
  expect(words.frame(about).below).not.toContain("还有");
});

test.each(["invite", "reset"] as const)("a mail with a link to %s says who, where and until when", (purpose) => {
  const { subject, text } = words.link(purpose, {
    name: "李四",
    loginName: "lisi",
    url: "https://x/welcome/t",
    until: at,
  });
  expect(subject).not.toBe("");
  expect(text).toContain("lisi");
  expect(text).toMatch(/^https:\/\/x\/welcome\/t$/mu);
  expect(text).toContain("11月20日 08:05");
});
