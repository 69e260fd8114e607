import type { ReaderCollege, ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { collegePagePath, columnPath } from "./addresses.ts";

export type MenuItem = {
  href: string;
  label: string;
  current: boolean;
  children: readonly { href: string; label: string }[];
};

/** How the menu calls the site's first page, and the college's pages together. */
export type MenuWords = { home: string; college: string };

/** The pages of the college as one item; alone, a page stands under its own name. */
export function collegeMenu({ pages }: ReaderCollege, label: string, isCurrent: boolean): MenuItem[] {
  const [first, ...others] = pages;
  if (first === undefined) return [];
  return [
    {
      href: collegePagePath(first.slug),
      label: others.length === 0 ? first.title : label,
      current: isCurrent,
      children:
        others.length === 0 ? [] : pages.map(({ slug, title }) => ({ href: collegePagePath(slug), label: title })),
    },
  ];
}

/** The branch's sections with their sub-columns; `current` is a section's id, `home`, or `college` for its pages. */
export function siteMenu(site: ReaderSite, words: MenuWords, current: string | null): MenuItem[] {
  return [
    { href: "/", label: words.home, current: current === "home", children: [] },
    ...collegeMenu(site.college, words.college, current === "college"),
    ...site.sections.map((section) => ({
      href: columnPath(section.slug),
      label: section.name,
      current: section.id === current,
      children: section.children.map((child) => ({ href: columnPath(child.slug), label: child.name })),
    })),
  ];
}
