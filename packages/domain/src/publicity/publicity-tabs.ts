/** Where lists stand, as the console shows them; `endingSoon` and `objected` pick out of the others what presses. */
export const publicityTabs = ["all", "preparing", "running", "endingSoon", "ended", "objected", "stated"] as const;
export type PublicityTab = (typeof publicityTabs)[number];
