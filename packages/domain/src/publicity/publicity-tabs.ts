/** Where lists stand, as the console shows them. */
export const publicityTabs = ["all", "preparing", "running", "ended", "stated"] as const;
export type PublicityTab = (typeof publicityTabs)[number];
