/** The tabs of a branch's article list (DOMAIN §7) and what each holds. */
export const articleTabs = [
  "all",
  "drafts",
  "inReview",
  "returned",
  "approved",
  "live",
  "withdrawn",
  "archived",
] as const;
export type ArticleTab = (typeof articleTabs)[number];
