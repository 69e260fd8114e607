import { beforeAll, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser } from "@zhibu/db/testing/factories";
import { newBranch } from "../testing/contexts.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { countUnread } from "./count-unread.ts";
import { listNotifications } from "./list-notifications.ts";
import { markAllRead, markRead, markVisited } from "./mark-read.ts";
import { getWish, saveWish } from "./notification-wish.ts";
import { notify } from "./notify.ts";

beforeAll(ensureCollege);

async function person() {
  const { userId } = await newUser();
  return { actor: { userId, displayName: "测试员" }, now: () => new Date("2026-11-20T12:00:00Z") };
}

/** Lines a minute apart, oldest first, each with a page of its own. */
async function toldTimes(userId: string, times: number, branchId: string | null) {
  for (let index = 0; index < times; index += 1)
    await withOffice((tx) =>
      notify(tx, {
        branchId,
        userIds: [userId],
        kind: "article.failed",
        params: { title: `第${index}条` },
        path: branchId === null ? `/office/${index}` : `/:branch/articles/${index}?tab=checks`,
        occasion: newId(),
        now: new Date(Date.parse("2026-11-20T00:00:00Z") + index * 60_000),
      }),
    );
}

test("the list pages by keyset, newest first, with the branch's name and its address of today", async () => {
  const branch = await newBranch();
  const ctx = await person();
  await toldTimes(ctx.actor.userId, 5, branch.tenantId);
  const first = await listNotifications(ctx, { unread: false, limit: 2 });
  expect(first.items.map(({ params }) => params.title)).toEqual(["第4条", "第3条"]);
  expect(first.items[0]).toMatchObject({ branch: branch.name, path: `/${branch.slug}/articles/4?tab=checks` });
  const titles = [];
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const page = await listNotifications(ctx, { unread: false, limit: 2, cursor });
    titles.push(...page.items.map(({ params }) => params.title));
    cursor = page.nextCursor;
  }
  expect(titles).toEqual(["第2条", "第1条", "第0条"]);
});

test("reading one, all up to an instant, or by opening the page; the count follows", async () => {
  const branch = await newBranch();
  const ctx = await person();
  await toldTimes(ctx.actor.userId, 4, branch.tenantId);
  await toldTimes(ctx.actor.userId, 1, null);
  expect(await countUnread(ctx)).toEqual({ count: 5 });
  expect(await markVisited(ctx, { path: `/${branch.slug}/articles/3` })).toEqual({ read: 1 });
  expect(await markVisited(ctx, { path: "/:branch/articles/2" })).toEqual({ read: 0 });
  expect(await markVisited(ctx, { path: "/office/0" })).toEqual({ read: 1 });
  expect(await countUnread(ctx)).toEqual({ count: 3 });
  const { items } = await listNotifications(ctx, { unread: true, limit: 10 });
  expect(items.map(({ params }) => params.title)).toEqual(["第2条", "第1条", "第0条"]);
  await markRead(ctx, { ids: [items[1]?.id ?? ""] });
  await markAllRead(ctx, { until: "2026-11-20T00:00:00Z" });
  const left = await listNotifications(ctx, { unread: true, limit: 10 });
  expect(left.items.map(({ params }) => params.title)).toEqual(["第2条"]);
  expect((await listNotifications(ctx, { unread: false, limit: 10 })).items).toHaveLength(5);
});

test("other people's notices can't be seen, counted or marked", async () => {
  const [mine, theirs] = [await person(), await person()];
  await toldTimes(theirs.actor.userId, 1, null);
  const { items } = await listNotifications(theirs, { unread: true, limit: 10 });
  await markRead(mine, { ids: items.map(({ id }) => id) });
  await markAllRead(mine, { until: "2026-12-01T00:00:00Z" });
  await markVisited(mine, { path: "/office/0" });
  expect(await countUnread(mine)).toEqual({ count: 0 });
  expect(await countUnread(theirs)).toEqual({ count: 1 });
});

test("the count stops at a hundred, and asks an index of what is unread alone", async () => {
  const ctx = await person();
  const { userId } = ctx.actor;
  await withOffice((tx) =>
    tx.notification.createMany({
      data: Array.from({ length: 150 }, () => ({
        id: newId(),
        userId,
        kind: "article.failed",
        path: "/office",
        occasion: newId(),
      })),
    }),
  );
  expect(await countUnread(ctx)).toEqual({ count: 100 });
});

test("a wish is daily at eight until it is another; two devices don't overwrite each other", async () => {
  const ctx = await person();
  expect(await getWish(ctx)).toMatchObject({
    mail: "daily",
    digestHour: 8,
    version: 0,
    address: null,
    sendsMail: false,
  });
  const { version } = await saveWish(ctx, { mail: "each", digestHour: 20, version: 0 });
  expect(await getWish(ctx)).toMatchObject({ mail: "each", digestHour: 20, version });
  expect(await reasonOf(saveWish(ctx, { mail: "none", digestHour: 8, version: 0 }))).toBe("changedMeanwhile");
  await saveWish(ctx, { mail: "none", digestHour: 8, version });
  expect(await getWish(ctx)).toMatchObject({ mail: "none" });
});
