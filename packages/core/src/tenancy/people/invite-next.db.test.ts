import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser, type TestUser } from "@zhibu/db/testing/factories";
import type { OfficeContext } from "../../kernel/context.ts";
import { configureMail } from "../../notifications/mail-settings.ts";
import { mailSettingsFor } from "../../notifications/testing/mail-settings-for.ts";
import { officerOf, trailOf } from "../../testing/office.ts";
import { getLink } from "../one-time-links.ts";
import { countWaiting, inviteNext } from "./invite-next.ts";

let office: OfficeContext;
beforeEach(async () => {
  office = await officerOf();
});
afterEach(() => configureMail(null));

/** An import that made these people; every other of them has an address. */
async function importOf(count: number): Promise<{ importId: string; people: TestUser[] }> {
  const people = await Promise.all(Array.from({ length: count }, () => newUser("等链接的人")));
  const importId = newId();
  await withOffice(async (tx) => {
    const run = { fileName: "名单.xlsx", rowsTotal: count, rowsBad: 0, startedByName: "" };
    await tx.importRun.create({
      data: { id: importId, kind: "people", state: "done", ...run, startedById: office.actor.userId },
    });
    for (const [index, { userId, loginName }] of people.entries()) {
      await tx.importRow.create({ data: { importId, rowNo: index + 2, data: {}, madeId: userId } });
      if (index % 2 === 0)
        await tx.user.update({ where: { id: userId }, data: { email: `${loginName}@example.edu.cn` } });
    }
  });
  return { importId, people };
}

const tokenOf = (path: string) => path.split("/").at(-1) ?? "";

describe("where no mail is sent", () => {
  test("everybody gets a link on paper, a handful at a time, each once, on record without the secret", async () => {
    const { importId, people } = await importOf(60);
    expect(await countWaiting(office, { importId })).toEqual({ mail: 0, paper: 60 });
    const first = await inviteNext(office, { importId, by: "paper" });
    expect(first).toMatchObject({ sent: 50, left: 10 });
    const second = await inviteNext(office, { importId, by: "paper" });
    expect(second).toMatchObject({ sent: 10, left: 0 });
    const links = [...first.links, ...second.links];
    expect(new Set(links.map(({ loginName }) => loginName))).toEqual(new Set(people.map(({ loginName }) => loginName)));
    const [one] = links;
    expect(await getLink(tokenOf(one?.path ?? ""), new Date())).toMatchObject({ loginName: one?.loginName });
    expect(await inviteNext(office, { importId, by: "paper" })).toEqual({ sent: 0, left: 0, links: [] });
    const trail = await trailOf(await ensureCollege(), importId);
    expect(trail.map(({ action }) => action)).toEqual(["person.inviteMany", "person.inviteMany"]);
    for (const { path } of links) expect(JSON.stringify(trail)).not.toContain(tokenOf(path));
  });

  test("two screens at once take different people; who has a password or is disabled is left alone", async () => {
    const { importId, people } = await importOf(8);
    const [disabled, active] = people;
    await withOffice(async (tx) => {
      await tx.user.update({ where: { id: disabled?.userId ?? "" }, data: { disabledAt: new Date() } });
      await tx.credential.create({ data: { userId: active?.userId ?? "", passwordHash: "x" } });
    });
    const answers = await Promise.all([1, 2].map(() => inviteNext(office, { importId, by: "paper" })));
    const names = answers.flatMap(({ links }) => links.map(({ loginName }) => loginName));
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
  });
});

test("where mail is sent it goes to who has an address, with nothing shown; paper is for the others", async () => {
  configureMail(mailSettingsFor("smtp://localhost:1"));
  const { importId, people } = await importOf(4);
  expect(await countWaiting(office, { importId })).toEqual({ mail: 2, paper: 2 });
  expect(await inviteNext(office, { importId, by: "mail" })).toEqual({ sent: 2, left: 0, links: [] });
  const mails = await withOffice((tx) =>
    tx.mail.findMany({ where: { userId: { in: people.map(({ userId }) => userId) } }, orderBy: { address: "asc" } }),
  );
  expect(mails.map(({ subject }) => subject)).toEqual(["invite", "invite"]);
  expect(mails[0]?.text).toMatch(/https:\/\/console\.college\.example\/welcome\//u);
  expect(await countWaiting(office, { importId })).toEqual({ mail: 0, paper: 2 });
  expect((await inviteNext(office, { importId, by: "paper" })).links).toHaveLength(2);
});

test("an inspector or auditor invites nobody", async () => {
  for (const role of ["inspector", "auditor"] as const) {
    const ctx = await officerOf([role]);
    await expect(inviteNext(ctx, { by: "paper" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(countWaiting(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
