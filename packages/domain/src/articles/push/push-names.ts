// Without zod: screens that only name a state don't load it.

/** How an article is sent: shown at once, offered, or left as a draft of the branch's own. */
export const pushModes = ["required", "optional", "draft"] as const;
export type PushMode = (typeof pushModes)[number];

/** What became of a push in one branch. */
export const copyStates = ["waiting", "shown", "drafted", "declined", "failed", "unlinked", "recalled"] as const;
export type CopyState = (typeof copyStates)[number];
