import type { CollegePermission } from "@zhibu/domain/tenancy/college-permissions";
import type { BranchPermission } from "@zhibu/domain/tenancy/permissions";

type BranchKey =
  | "dashboard"
  | "articles"
  | "publicity"
  | "pushes"
  | "corrections"
  | "columns"
  | "media"
  | "people"
  | "settings";
export type OfficeKey =
  | "officeBranches"
  | "officePeople"
  | "officePushes"
  | "officeNominations"
  | "officePublicity"
  | "officeTakeDowns"
  | "officeFacts"
  | "officeTerms"
  | "officePages"
  | "officeBanners"
  | "officeAudit"
  | "officeSettings";

export type NavKey = "inbox" | BranchKey | OfficeKey;

type BranchNavItem = { key: BranchKey; path: string; needs: BranchPermission };
type OfficeNavItem = { key: OfficeKey; path: string; needs: CollegePermission };

/** The menu of a branch; an item appears to whoever may do what it is for. */
export const branchNav: readonly BranchNavItem[] = [
  { key: "dashboard", path: "", needs: "branch:read" },
  { key: "articles", path: "/articles", needs: "article:read" },
  { key: "publicity", path: "/publicity", needs: "publicity:read" },
  { key: "pushes", path: "/pushes", needs: "push:answer" },
  { key: "corrections", path: "/corrections", needs: "correction:handle" },
  { key: "columns", path: "/columns", needs: "column:manage" },
  { key: "media", path: "/media", needs: "media:read" },
  { key: "people", path: "/people", needs: "people:read" },
  { key: "settings", path: "/settings", needs: "branch:configure" },
];

/** Where the office's pages begin. */
export const officeRoot = "/office";

/** The menu of the college's affairs. */
export const officeNav: readonly OfficeNavItem[] = [
  { key: "officeBranches", path: "/branches", needs: "branch:oversee" },
  { key: "officePeople", path: "/people", needs: "person:oversee" },
  { key: "officePushes", path: "/pushes", needs: "push:oversee" },
  { key: "officeNominations", path: "/nominations", needs: "nomination:decide" },
  { key: "officePublicity", path: "/publicity", needs: "publicity:manage" },
  { key: "officeTakeDowns", path: "/take-downs", needs: "branch:oversee" },
  { key: "officeFacts", path: "/facts", needs: "baseline:read" },
  { key: "officeTerms", path: "/terms", needs: "baseline:read" },
  { key: "officePages", path: "/pages", needs: "baseline:read" },
  { key: "officeBanners", path: "/banners", needs: "banner:manage" },
  { key: "officeAudit", path: "/audit", needs: "audit:read" },
  { key: "officeSettings", path: "/settings", needs: "college:configure" },
];

/** What stands in the bar at the bottom of a phone; the rest is behind "more". */
export const thumbKeys: readonly NavKey[] = ["inbox", "dashboard", "articles", "officeBranches", "officePushes"];

export type NavLink = { key: NavKey; href: string; current: boolean };

/** Whose affairs a page is about: one branch's, or the college's. */
export type NavPlace =
  | { slug: string; abilities: readonly BranchPermission[] }
  | { office: readonly CollegePermission[]; withInbox: boolean };

/** An auditor and nothing else: no work ever waits for them, so their console is the trail alone. */
export function onlyReadsTrail(me: { branches: readonly unknown[]; collegeAbilities: readonly CollegePermission[] }) {
  return (
    me.branches.length === 0 &&
    me.collegeAbilities.every((ability) => ability === "audit:read") &&
    me.collegeAbilities.length > 0
  );
}

function linkTo(key: NavKey, href: string, pathname: string, root: string): NavLink {
  const current = href === root ? pathname === root : pathname === href || pathname.startsWith(`${href}/`);
  return { key, href, current };
}

/** The links of the menu for a branch, the office or neither, with the one that leads here marked. */
export function navLinks(pathname: string, place: NavPlace | null): readonly NavLink[] {
  const inbox: NavLink = { key: "inbox", href: "/inbox", current: pathname === "/inbox" };
  if (!place) return [inbox];
  if ("office" in place) {
    const items = officeNav.filter(({ needs }) => place.office.includes(needs));
    const links = items.map(({ key, path }) => linkTo(key, officeRoot + path, pathname, officeRoot));
    return place.withInbox ? [inbox, ...links] : links;
  }
  const root = `/${place.slug}`;
  const items = branchNav.filter(({ needs }) => place.abilities.includes(needs));
  return [inbox, ...items.map(({ key, path }) => linkTo(key, root + path, pathname, root))];
}

/** Whether a page is about the college's affairs. */
export function isOfficePage(pathname: string): boolean {
  return pathname === officeRoot || pathname.startsWith(`${officeRoot}/`);
}

/** Whether an address of the office, query included, lies behind no menu item the person does not have. */
export function mayOpenOfficePage(address: string, abilities: readonly CollegePermission[]): boolean {
  const [pathname = ""] = address.split("?");
  const item = officeNav.find(({ path }) => `${pathname}/`.startsWith(`${officeRoot}${path}/`));
  return item === undefined || abilities.includes(item.needs);
}

/** The same section of another branch: who compares two branches' articles stays with the articles. */
export function sameSectionIn(slug: string, pathname: string, currentSlug: string | null): string {
  const [first, section] = pathname.split("/").slice(1);
  const known = branchNav.find(({ path }) => path === `/${section}`);
  return first === currentSlug && known ? `/${slug}${known.path}` : `/${slug}`;
}
