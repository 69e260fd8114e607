/**
 * Kinds of actions people look for, and the nouns whose actions they hold: an action is `noun.verb`.
 * A noun of no group is still found by every other filter.
 */
export const nounsOfGroup = {
  article: ["article"],
  column: ["column"],
  media: ["media"],
  branch: ["branch"],
  person: ["person", "appointment", "handOver", "import"],
  account: ["password", "session", "link", "totp", "identity", "mailWish"],
  baseline: ["fact", "term", "page", "correction"],
  push: ["push", "banner"],
  nomination: ["nomination"],
  publicity: ["publicity", "objection", "publicityTemplate", "calendar"],
  college: ["college", "mail"],
  audit: ["audit", "anchor"],
} as const satisfies Record<string, readonly string[]>;

export type ActionGroup = keyof typeof nounsOfGroup;

export const actionGroups = Object.keys(nounsOfGroup) as [ActionGroup, ...ActionGroup[]]; // The keys of the table above, of which there are some.
