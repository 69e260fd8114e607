import { expect, test } from "vitest";
import { withOfficeIn } from "@zhibu/db/scope";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import { pinArticle } from "../articles/pin-article.ts";
import { auditOffice } from "../audit/audit-college.ts";
import { audit } from "../audit/audit.ts";
import { listColumns } from "../columns/list-columns.ts";
import { renameColumn } from "../columns/rename-column.ts";
import { openBranch } from "../tenancy/branches/open-branch.ts";
import { getCollegeSettings } from "../tenancy/get-college-settings.ts";
import { updateCollege } from "../tenancy/update-college.ts";
import { publishedBy, staffedBranch } from "../testing/articles.ts";
import { officerOf } from "../testing/office.ts";
import { bumpSiteVersion } from "./bump-site-version.ts";

// The college is renamed here, and every site told.
provideOwnDatabase();

const subject = { type: "branch", id: "00000000-0000-7000-8000-000000000001" };

test("a line of the trail after the sites were told is refused, by the database itself", async () => {
  const { staff } = await staffedBranch();
  const { tenantId } = staff.secretary;
  const late = withOfficeIn(tenantId, async (tx) => {
    await bumpSiteVersion(tx, { removal: false });
    await audit(tx, staff.secretary, "test.late", subject);
  });
  await expect(late).rejects.toThrow("a line of the trail comes before the sites are told");
});

test("and so is a branch's line after the college's", async () => {
  const [{ staff }, office] = [await staffedBranch(), await officerOf()];
  const late = withOfficeIn(staff.secretary.tenantId, async (tx) => {
    await auditOffice(tx, office, "test.first", subject);
    await audit(tx, staff.secretary, "test.late", subject);
  });
  await expect(late).rejects.toThrow("a line of a branch's trail comes before the college's");
});

test("what a branch and the office do at the same moment never waits in a ring", async () => {
  const [{ staff }, office] = [await staffedBranch(), await officerOf()];
  const { articleId, version } = await publishedBy(staff);
  const { sections } = await listColumns(staff.webmaster);
  const column = sections[0]?.children[0];
  if (!column) throw new Error("the baseline has columns");
  const { college, version: collegeVersion } = await getCollegeSettings(office);
  for (let round = 0; round < 25; round += 1) {
    const name = `第${round}支部`;
    await Promise.all([
      pinArticle(staff.secretary, { articleId, version: version + round, pinned: round % 2 === 0 }),
      renameColumn(staff.webmaster, {
        columnId: column.id,
        version: column.version + round,
        name: `${column.name}${round}`,
      }),
      updateCollege(office, { ...college, version: collegeVersion + round }),
      openBranch(office, {
        ...{ name, shortName: name, slug: `round-${round}`, kind: "direct" },
        people: [{ displayName: "苗清越", email: "", roles: ["webmaster"] }],
      }),
    ]);
  }
  expect((await listColumns(staff.webmaster)).sections[0]?.children[0]?.name).toBe(`${column.name}24`);
});
