import { expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { appoint, newUser } from "@zhibu/db/testing/factories";
import { memberOf, newBranch, staffOf } from "../testing/contexts.ts";
import { notify, type Notice } from "./notify.ts";
import { whoCan, whoCanInCollege } from "./who-can.ts";

const now = new Date("2026-11-20T02:00:00Z");

function submitted(branchId: string | null, userIds: readonly string[], occasion: string) {
  return {
    branchId,
    userIds,
    kind: "article.submitted",
    params: { title: "主题党日", actor: "张三" },
    path: "/:branch/review/1",
    occasion,
    now,
  } as const satisfies Notice<"article.submitted">;
}

function linesOf(userId: string) {
  return withOffice((tx) => tx.notification.findMany({ where: { userId }, orderBy: { occasion: "asc" } }));
}

test("a branch tells each person of an occasion once, and nobody of their own deed", async () => {
  const branch = await newBranch();
  const [reader, doer] = [await newUser(), await newUser()];
  const notice = submitted(branch.tenantId, [reader.userId, doer.userId, reader.userId], "a");
  for (let run = 0; run < 2; run += 1)
    await withTenant(branch.tenantId, (tx) => notify(tx, { ...notice, by: doer.userId }));
  expect(await linesOf(reader.userId)).toMatchObject([
    { branchId: branch.tenantId, kind: "article.submitted", params: notice.params, createdAt: now, readAt: null },
  ]);
  expect(await linesOf(doer.userId)).toEqual([]);
});

test("the office tells in a branch's name or the college's, and the same occasion once", async () => {
  const branch = await newBranch();
  const { userId } = await newUser();
  await withTenant(branch.tenantId, (tx) => notify(tx, submitted(branch.tenantId, [userId], "a")));
  await withOffice(async (tx) => {
    await notify(tx, submitted(branch.tenantId, [userId], "a"));
    await notify(tx, submitted(null, [userId], "b"));
  });
  expect((await linesOf(userId)).map(({ occasion, branchId }) => [occasion, branchId])).toEqual([
    ["a", branch.tenantId],
    ["b", null],
  ]);
});

test("a notice goes when the change it belongs to fails", async () => {
  const branch = await newBranch();
  const { userId } = await newUser();
  const failing = withTenant(branch.tenantId, async (tx) => {
    await notify(tx, submitted(branch.tenantId, [userId], "a"));
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  expect(await linesOf(userId)).toEqual([]);
});

test("a branch can't speak in another's name or the college's, and reads nobody's notices", async () => {
  const [branch, other] = [await newBranch(), await newBranch()];
  const { userId } = await newUser();
  for (const name of [other.tenantId, null])
    await expect(withTenant(branch.tenantId, (tx) => notify(tx, submitted(name, [userId], newId())))).rejects.toThrow(
      /row-level security/u,
    );
  await expect(withTenant(branch.tenantId, (tx) => tx.notification.findMany())).rejects.toThrow(/permission denied/u);
});

test("a value as long as a page is cut, for a line is a line", async () => {
  const branch = await newBranch();
  const { userId } = await newUser();
  const notice = submitted(branch.tenantId, [userId], "a");
  await withTenant(branch.tenantId, (tx) =>
    notify(tx, { ...notice, params: { title: "长".repeat(2000), actor: "张三" } }),
  );
  const [line] = await linesOf(userId);
  expect(line?.params).toMatchObject({ title: `${"长".repeat(300)}…` });
});

test("who can: by a role of today in this branch, not disabled, each once", async () => {
  const [branch, other] = [await newBranch(), await newBranch()];
  const { secretary, webmaster } = await staffOf(branch);
  const both = await memberOf(branch, ["secretary", "webmaster"]);
  const [ended, future, disabled] = [await newUser(), await newUser(), await newUser()];
  await appoint(branch, ended, "secretary", { startsOn: "2020-01-01", endsOn: "2026-11-19" });
  await appoint(branch, future, "secretary", { startsOn: "2026-11-21" });
  await appoint(branch, disabled, "secretary");
  await appoint(other, await newUser(), "secretary");
  await withOffice((tx) => tx.user.update({ where: { id: disabled.userId }, data: { disabledAt: now } }));
  const expected = [secretary.actor.userId, both.actor.userId].toSorted();
  const asked = () => withTenant(branch.tenantId, (tx) => whoCan(tx, branch.tenantId, "article:approve", "2026-11-20"));
  expect((await asked()).toSorted()).toEqual(expected);
  const ofOffice = await withOffice((tx) => whoCan(tx, branch.tenantId, "article:approve", "2026-11-20"));
  expect(ofOffice.toSorted()).toEqual(expected);
  const publishers = await withOffice((tx) => whoCan(tx, branch.tenantId, "article:submit", "2026-11-20"));
  expect(publishers).toContain(webmaster.actor.userId);
});

test("a branch learns who decides for the college", async () => {
  const branch = await newBranch();
  const [current, ended, auditor] = [await newUser(), await newUser(), await newUser()];
  const role = (userId: string, name: "office" | "auditor", endsOn: string | null) => ({
    id: newId(),
    userId,
    role: name,
    startsOn: new Date("2020-01-01"),
    endsOn: endsOn === null ? null : new Date(endsOn),
  });
  await withOffice((tx) =>
    tx.collegeRole.createMany({
      data: [
        role(current.userId, "office", null),
        role(ended.userId, "office", "2026-11-19"),
        role(auditor.userId, "auditor", null),
      ],
    }),
  );
  const deciders = await withTenant(branch.tenantId, (tx) => whoCanInCollege(tx, "nomination:decide", "2026-11-20"));
  expect(deciders).toContain(current.userId);
  expect(deciders).not.toContain(ended.userId);
  expect(deciders).not.toContain(auditor.userId);
});
