import { expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { getBranchSettings } from "./get-branch-settings.ts";
import { updateBranchSettings } from "./update-branch-settings.ts";

const fields = {
  intro: "支部简介",
  address: "主楼 301",
  phone: "0373-3831234",
  email: "zhibu@example.edu.cn",
  icp: "",
};

async function siteVersion(siteId: string) {
  return withOffice((tx) => tx.siteVersion.findUniqueOrThrow({ where: { siteId } }));
}

test("changes what readers see, tells them in the same transaction, and leaves a trace", async () => {
  const branch = await newBranch();
  const webmaster = await memberOf(branch, ["webmaster"]);
  const before = await siteVersion(branch.tenantId);
  expect(await updateBranchSettings(webmaster, { ...fields, version: 0 })).toEqual({ version: 1 });
  const { settings, can } = await getBranchSettings(webmaster);
  expect(settings).toMatchObject({ ...fields, version: 1 });
  expect(can).toEqual({ configure: true });
  const after = await siteVersion(branch.tenantId);
  expect(after.version).toBe(before.version + 1n);
  expect(after.removalVersion).toBe(after.version);
  const entries = await withTenant(branch.tenantId, (tx) =>
    tx.auditEntry.findMany({ where: { action: "branch.configure" } }),
  );
  expect(entries).toMatchObject([
    {
      actorId: webmaster.actor.userId,
      changes: { from: { ...fields, intro: "", address: "", phone: "", email: "" }, to: fields },
    },
  ]);
});

test.each(["contributor", "organiser"] as const)("a %s reads the settings and changes nothing", async (role) => {
  const branch = await newBranch();
  const person = await memberOf(branch, [role]);
  await expect(updateBranchSettings(person, { ...fields, version: 0 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { settings, can } = await getBranchSettings(person);
  expect(settings).toMatchObject({ address: "", version: 0 });
  expect(can).toEqual({ configure: false });
});

test("who saves over somebody else's change is told, and nothing is lost of it", async () => {
  const branch = await newBranch();
  const [webmaster, secretary] = [await memberOf(branch, ["webmaster"]), await memberOf(branch, ["secretary"])];
  await updateBranchSettings(secretary, { ...fields, version: 0 });
  const before = await siteVersion(branch.tenantId);
  const late = updateBranchSettings(webmaster, { ...fields, address: "别处", version: 0 });
  await expect(late).rejects.toMatchObject({ code: "CONFLICT", reason: "changedMeanwhile" });
  expect((await getBranchSettings(webmaster)).settings).toMatchObject({ address: fields.address, version: 1 });
  expect(await siteVersion(branch.tenantId)).toEqual(before);
});

test("one branch's change leaves every other as it is", async () => {
  const [mine, theirs] = [await newBranch(), await newBranch()];
  await updateBranchSettings(await memberOf(mine, ["webmaster"]), { ...fields, version: 0 });
  const { settings } = await getBranchSettings(await memberOf(theirs, ["webmaster"]));
  expect(settings).toMatchObject({ address: "", version: 0 });
});

test("fields that are no settings are not written, whatever the caller sends", async () => {
  const branch = await newBranch();
  const webmaster = await memberOf(branch, ["webmaster"]);
  const smuggled = { ...fields, version: 0, slug: "office", name: "别的支部" };
  await updateBranchSettings(webmaster, smuggled);
  const row = await withOffice((tx) => tx.branch.findUniqueOrThrow({ where: { id: branch.tenantId } }));
  expect(row).toMatchObject({ slug: branch.slug, name: branch.name });
});
