import { expect, test } from "vitest";
import { appoint, newBareBranch } from "@zhibu/db/testing/factories";
import { loadActor } from "./load-actor.ts";
import { newAccount, newSession } from "./testing/account.ts";

test.each([
  ["the last second of the last day", "2026-12-31T23:59:59+08:00", ["webmaster"]],
  ["the first second of the next", "2027-01-01T00:00:00+08:00", []],
  ["the last second before the first day", "2026-06-30T23:59:59+08:00", []],
  ["the first second of the first day", "2026-07-01T00:00:00+08:00", ["webmaster"]],
])("at %s (%s) the roles are %j, with nobody doing anything", async (_name, instant, roles) => {
  const at = new Date(instant);
  const [user, branch] = [await newAccount(), await newBareBranch()];
  await appoint(branch, user, "webmaster", { startsOn: "2026-07-01", endsOn: "2026-12-31" });
  const actor = await loadActor(await newSession(user, at), at);
  expect(actor?.branches.flatMap((membership) => membership.roles)).toEqual(roles);
});
