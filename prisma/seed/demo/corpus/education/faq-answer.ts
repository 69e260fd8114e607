/** A question people ask; its wording varies, the rule it tells does not. */
export type Answer = { id: string; question: readonly string[]; core: readonly string[]; more: readonly string[] };
