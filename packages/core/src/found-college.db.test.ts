import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { provideDatabaseCopies } from "@zhibu/db/testing/database-copies";
import { defaultTerms } from "@zhibu/domain/baseline/default-terms";
import { flattenBaselineColumns } from "@zhibu/domain/columns/baseline-columns";
import { verifyTrail } from "./audit/verify-trail.ts";
import { foundCollege } from "./found-college.ts";
import { officeSite } from "./tenancy/office-site.ts";
import { getLink, redeemLink } from "./tenancy/one-time-links.ts";
import { renewOfficeLink } from "./tenancy/people/renew-office-link.ts";
import { wasFounded } from "./tenancy/was-founded.ts";
import { reasonOf } from "./testing/reason-of.ts";

/** Each test has an empty database of its own. */
provideDatabaseCopies(() => Promise.resolve());

const now = new Date("2026-11-29T02:00:00Z");
const ctx = { operator: "服务器管理员", now: () => now };
const college = {
  name: "求实学院",
  shortName: "求实",
  address: "求知路1号",
  phone: "",
  email: "",
  icp: "豫ICP备00000000号",
};
const input = { ...college, loginName: "hezhengyan", displayName: "何正言" };
const newPassword = "春江潮水连海平，海上明月共潮生";

const tokenOf = ({ path }: { path: string }) => path.split("/").at(-1) ?? "";
const officers = () => withOffice((tx) => tx.user.findMany({ include: { collegeRoles: true, branchRoles: true } }));
const trail = () => withOffice((tx) => tx.auditEntry.findMany({ orderBy: [{ tenantId: "asc" }, { seq: "asc" }] }));

async function* noCopies() {}

test("a college with its office's site, its defaults and one person of the office, who comes by their link", async () => {
  expect(await wasFounded()).toBe(false);
  const link = await foundCollege(ctx, input);
  expect(link).toMatchObject({ purpose: "invite", loginName: "hezhengyan", displayName: "何正言" });
  expect(link.expiresAt).toEqual(new Date("2026-12-06T02:00:00Z"));
  expect(await wasFounded()).toBe(true);

  const site = await withOffice(officeSite);
  expect(site).toMatchObject({ slug: "dangban", name: "党务办公室" });
  const made = await withOffice(async (tx) => ({
    college: await tx.college.findMany({
      select: { name: true, shortName: true, address: true, phone: true, email: true, icp: true },
    }),
    branches: await tx.branch.count(),
    versions: await tx.siteVersion.count(),
    columns: await tx.siteColumn.count(),
    types: await tx.publicityTemplateVersion.count(),
    years: (await tx.calendarYear.findMany({ orderBy: { year: "asc" } })).map(({ year }) => year),
    terms: await tx.term.count(),
  }));
  expect(made).toEqual({
    college: [college],
    ...{ branches: 1, versions: 2, columns: flattenBaselineColumns().length, types: 5 },
    // Next year's arrangement comes with a newer library once it is announced.
    years: expect.arrayContaining([2025, 2026]) as number[],
    terms: defaultTerms.length,
  });

  const [officer] = await officers();
  expect(officer?.collegeRoles.map(({ role }) => role)).toEqual(["office"]);
  expect(officer?.branchRoles.map(({ role, tenantId }) => [role, tenantId])).toEqual([["webmaster", site?.tenantId]]);
  expect(await getLink(tokenOf(link), now)).toMatchObject({ displayName: "何正言", invitedBy: "服务器管理员" });
  expect(await redeemLink({ token: tokenOf(link), newPassword }, now)).toEqual({ loginName: "hezhengyan" });
  expect(await reasonOf(redeemLink({ token: tokenOf(link), newPassword }, now))).toBe("link.gone");
});

test("all of it is on record, as the operator's, without the link's secret; both chains hold", async () => {
  const link = await foundCollege(ctx, input);
  const rows = await trail();
  const { id } = await withOffice((tx) => tx.college.findFirstOrThrow());
  const actions = (ofCollege: boolean) =>
    rows.filter(({ tenantId }) => (tenantId === id) === ofCollege).map(({ action }) => action);
  expect(actions(true)).toEqual(["college.found", "person.invite", "appointment.make"]);
  expect(actions(false)).toEqual(["branch.open", "appointment.make"]);
  expect(new Set(rows.map(({ actorName, actorId }) => `${actorName} ${actorId}`))).toEqual(
    new Set(["服务器管理员 null"]),
  );
  expect(JSON.stringify(rows)).not.toContain(tokenOf(link));
  expect(await verifyTrail({ copies: noCopies() })).toMatchObject({ chains: 2, rows: 5, broken: [] });
});

test("where a college stands it is refused by its name, and nothing is changed", async () => {
  await foundCollege(ctx, input);
  const before = await trail();
  await expect(foundCollege(ctx, { ...input, name: "别的学院", loginName: "other" })).rejects.toMatchObject({
    code: "CONFLICT",
    reason: "college.stands",
    params: { name: "求实学院" },
  });
  expect(await trail()).toEqual(before);
  expect(await officers()).toHaveLength(1);
});

test("of several at once one founds the college", async () => {
  const attempts = ["甲", "乙", "丙"].map((mark) => reasonOf(foundCollege(ctx, { ...input, name: `${mark}学院` })));
  expect((await Promise.all(attempts)).toSorted()).toEqual(["accepted", "college.stands", "college.stands"]);
  expect(await withOffice((tx) => tx.college.count())).toBe(1);
  expect(await officers()).toHaveLength(1);
});

test("a new link stops the old one: an invitation before there is a password, a reset afterwards, on record", async () => {
  const first = await foundCollege(ctx, input);
  const second = await renewOfficeLink(ctx, input);
  expect(second.purpose).toBe("invite");
  expect(await reasonOf(getLink(tokenOf(first), now))).toBe("link.gone");
  await redeemLink({ token: tokenOf(second), newPassword }, now);
  expect((await renewOfficeLink(ctx, input)).purpose).toBe("reset");
  const issued = (await trail()).filter(({ action }) => action === "link.issue");
  expect(issued.map(({ changes, actorName }) => [changes, actorName])).toEqual([
    [{ purpose: "invite", displayName: "何正言" }, "服务器管理员"],
    [{ purpose: "reset", displayName: "何正言" }, "服务器管理员"],
  ]);
});

test("a new link is for people of the office alone, who may sign in", async () => {
  await foundCollege(ctx, input);
  expect(await reasonOf(renewOfficeLink(ctx, { loginName: "nobody" }))).toBe("college.nobody");
  const [officer] = await officers();
  const later = { ...ctx, now: () => new Date("2026-12-01T02:00:00Z") };
  const tomorrow = new Date("2026-11-30T00:00:00Z");
  await withOffice((tx) => tx.collegeRole.updateMany({ data: { endsOn: tomorrow } }));
  expect(await reasonOf(renewOfficeLink(ctx, input))).toBe("accepted");
  expect(await reasonOf(renewOfficeLink(later, input))).toBe("college.notOfTheOffice");
  await withOffice((tx) => tx.user.update({ where: { id: officer?.id ?? "" }, data: { disabledAt: now } }));
  expect(await reasonOf(renewOfficeLink(ctx, input))).toBe("person.disabled");
});
