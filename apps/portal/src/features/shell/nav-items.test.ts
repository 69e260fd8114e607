import { expect, test } from "vitest";
import { collegeAbilitiesOf } from "@zhibu/domain/tenancy/college-permissions";
import { abilitiesOf } from "@zhibu/domain/tenancy/permissions";
import { mayOpenOfficePage, navLinks, officeNav, onlyReadsTrail, sameSectionIn } from "./nav-items.ts";

const abilities = (role: "contributor" | "webmaster") => abilitiesOf({ branch: [role], college: [] });
const keysOf = (role: "contributor" | "webmaster") =>
  navLinks("/inbox", { slug: "jichu", abilities: abilities(role) }).map(({ key }) => key);

test("the menu holds what the person may do", () => {
  expect(keysOf("webmaster")).toEqual([
    "inbox",
    "dashboard",
    "articles",
    "publicity",
    "pushes",
    "corrections",
    "columns",
    "media",
    "people",
    "settings",
  ]);
  expect(keysOf("contributor")).toEqual(["inbox", "dashboard", "articles", "media", "people"]);
  expect(navLinks("/account", null).map(({ key }) => key)).toEqual(["inbox"]);
});

test("an auditor's menu holds the trail and nothing else", () => {
  const auditor = { branches: [], collegeAbilities: collegeAbilitiesOf(["auditor"]) };
  const keysFor = (me: typeof auditor) =>
    navLinks("/office/audit", { office: me.collegeAbilities, withInbox: !onlyReadsTrail(me) }).map(({ key }) => key);
  expect(keysFor(auditor)).toEqual(["officeAudit"]);
  const office = { branches: [], collegeAbilities: collegeAbilitiesOf(["office"]) };
  expect(keysFor(office)).toEqual(["inbox", ...officeNav.map(({ key }) => key)]);
});

test("who works in a branch as well, or has no part in the college, keeps the inbox", () => {
  expect(onlyReadsTrail({ branches: ["jichu"], collegeAbilities: ["audit:read"] })).toBe(false);
  expect(onlyReadsTrail({ branches: [], collegeAbilities: [] })).toBe(false);
});

test.each([
  ["/office/audit", true],
  ["/office/audit?group=article", true],
  ["/office", true],
  ["/office/branches", false],
  ["/office/branches?sort=name", false],
  ["/office/people/some-id", false],
])("whether an auditor opens %s: %s", (address, may) => {
  expect(mayOpenOfficePage(address, collegeAbilitiesOf(["auditor"]))).toBe(may);
  expect(mayOpenOfficePage(address, collegeAbilitiesOf(["office"]))).toBe(true);
});

test.each([
  ["/jichu", "dashboard"],
  ["/jichu/articles", "articles"],
  ["/jichu/articles/some-id/review", "articles"],
  ["/inbox", "inbox"],
])("on %s exactly %s is marked", (pathname, key) => {
  const links = navLinks(pathname, { slug: "jichu", abilities: abilities("webmaster") });
  expect(links.filter(({ current }) => current).map((link) => link.key)).toEqual([key]);
});

test("a name that begins like another is not inside it", () => {
  const links = navLinks("/jichu/articles-old", { slug: "jichu", abilities: abilities("webmaster") });
  expect(links.some(({ current }) => current)).toBe(false);
});

test.each([
  ["/jichu/articles/some-id", "/huli/articles"],
  ["/jichu/people", "/huli/people"],
  ["/jichu", "/huli"],
  ["/jichu/unknown", "/huli"],
  ["/inbox", "/huli"],
])("from %s the switcher leads to %s", (pathname, target) => {
  expect(sameSectionIn("huli", pathname, "jichu")).toBe(target);
});
